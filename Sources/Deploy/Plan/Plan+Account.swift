import Bytes
import Language
import Nodes

// A plan told: to a person, to a program, and on the summary page of a CI run.

extension Plan {
  /// How many lines of files a person is shown unless asked for all.
  public static let fewLines = 20

  /// The plan for a person: what is sent by phase, what goes, what stays.
  public func told(in tongue: Tongue, limit: Int = fewLines) -> String {
    var lines: [String] = []
    for phase in Phase.allCases {
      let uploads = uploads(in: phase)
      guard !uploads.isEmpty else { continue }
      lines.append("\(phase.words(in: tongue)): \(Self.amount(of: uploads.map(\.file.size), in: tongue))")
      lines += Self.shown(
        uploads.map { "  \($0.reason.sign) \($0.file.key)\($0.reason.words(in: tongue))" }, limit, tongue)
    }
    if !deletes.isEmpty {
      lines.append(
        tongue.pick(en: "deleted at the end: \(deletes.count)", es: "borrado al final: \(deletes.count)"))
      lines += Self.shown(deletes.map { "  - \($0)" }, limit, tongue)
    }
    if !kept.isEmpty {
      lines.append(
        tongue.pick(
          en: "old assets kept for open pages: \(kept.count)",
          es: "recursos antiguos que se conservan para páginas abiertas: \(kept.count)"))
    }
    if !foreign.isEmpty {
      lines.append(
        tongue.pick(
          en: "files of others, left alone: \(foreign.count)",
          es: "archivos ajenos, no se tocan: \(foreign.count)"))
    }
    lines.append(tongue.pick(en: "unchanged: \(unchanged)", es: "sin cambios: \(unchanged)"))
    return lines.map { "\($0)\n" }.joined()
  }

  /// The plan for a program.
  public var json: [UInt8] {
    Node([
      ("deploy", Node(manifest.deploy)), ("bytes", Node(bytes)), ("unchanged", Node(unchanged)),
      (
        "uploads",
        Node(
          uploads.map {
            Node([
              ("path", Node($0.file.key)), ("phase", Node($0.file.phase.rawValue + 1)),
              ("reason", Node($0.reason.rawValue)), ("size", Node($0.file.size)),
              ("sha256", Node($0.file.fingerprint.sha256)),
              ("content_type", Node($0.file.headers.contentType)),
              ("cache_control", Node($0.file.headers.cacheControl)),
            ])
          })
      ),
      ("deletes", Node(deletes.map { Node($0) })), ("kept", Node(kept.map { Node($0) })),
      ("foreign", Node(foreign.map { Node($0) })),
    ]).json()
  }

  /// The plan as a table of Markdown, for the summary page of a CI run.
  public func markdown(to target: String, in tongue: Tongue) -> String {
    var rows = Phase.allCases.map { phase in
      let uploads = uploads(in: phase)
      let sizes = Self.amount(of: uploads.map(\.file.size), in: tongue)
      return "| \(phase.words(in: tongue)) | \(sizes) |"
    }
    rows.append("| \(tongue.pick(en: "deleted", es: "borrados")) | \(deletes.count) |")
    rows.append("| \(tongue.pick(en: "kept", es: "conservados")) | \(kept.count) |")
    rows.append("| \(tongue.pick(en: "unchanged", es: "sin cambios")) | \(unchanged) |")
    let title = tongue.pick(en: "Deploy to \(target)", es: "Despliegue en \(target)")
    return "### \(title)\n\n| | |\n| :-- | --: |\n" + rows.map { "\($0)\n" }.joined()
  }
}

extension Plan {
  private static func shown(_ lines: [String], _ limit: Int, _ tongue: Tongue) -> [String] {
    guard lines.count > limit else { return lines }
    let rest = lines.count - limit
    return lines.prefix(limit) + [
      tongue.pick(en: "  … and \(rest) more: --verbose", es: "  … y \(rest) más: --verbose")
    ]
  }

  /// `3 files, 12.5 KiB`
  private static func amount(of sizes: [Int], in tongue: Tongue) -> String {
    let count = sizes.count
    let files = tongue.pick(en: count == 1 ? "file" : "files", es: count == 1 ? "archivo" : "archivos")
    var words = Array("\(count) \(files), ".utf8)
    words.append(byteCount: sizes.reduce(0, +), in: tongue)
    return String(decoding: words, as: UTF8.self)
  }
}

extension Phase {
  /// What the phase sends.
  public func words(in tongue: Tongue) -> String {
    switch self {
    case .fingerprinted: tongue.pick(en: "1 fingerprinted assets", es: "1 recursos con huella")
    case .assets: tongue.pick(en: "2 other assets", es: "2 otros recursos")
    case .pages: tongue.pick(en: "3 pages", es: "3 páginas")
    case .entries: tongue.pick(en: "4 entry points", es: "4 puntos de entrada")
    }
  }
}

extension Plan.Reason {
  fileprivate var sign: String { self == .new ? "+" : "~" }

  fileprivate func words(in tongue: Tongue) -> String {
    switch self {
    case .new, .changed: ""
    case .headers: tongue.pick(en: "  (headers only)", es: "  (solo cabeceras)")
    case .missing: tongue.pick(en: "  (was gone)", es: "  (había desaparecido)")
    case .overwritten: tongue.pick(en: "  (was changed by others)", es: "  (otros lo habían cambiado)")
    }
  }
}
