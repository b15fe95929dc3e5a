import Diagnostics
import Language
import Nodes

// The explanation for people: one line for each field, its value first, then where it comes from.

extension Explanation {
  /// Writes the explanation as lines of text.
  public func human(tongue: Tongue) -> String {
    var lines = [path]
    lines.append("  \(tongue.pick(en: "dialect", es: "dialecto")): \(header.dialect.name(in: tongue))")
    lines += reasons(in: tongue).map { "    - \($0)" }
    lines.append("  \(tongue.pick(en: "encoding", es: "codificación")): \(encoding.name)")
    lines += encoding.repairs.map { "    - \($0)" }
    lines.append("  \(tongue.pick(en: "fields", es: "campos")):")
    lines += Self.aligned(
      rows.map { ($0.field.rawValue, $0.value.line(in: tongue), place(of: $0, in: tongue)) })
    if !header.metadata.params.isEmpty {
      lines.append("  \(tongue.pick(en: "parameters of the page", es: "parámetros de la página")):")
      lines += header.metadata.params.map { "    \($0.key): \(Shown.node($0.value).line(in: tongue))" }
    }
    if !header.ignored.isEmpty {
      lines.append("  \(tongue.pick(en: "without effect", es: "sin efecto")):")
      lines += zip(header.ignored, ignoredLines).map { ignored, line in
        "    \(ignored.key) (\(Self.line(line, in: tongue))): \(ignored.reason.words(in: tongue))"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What speaks for the dialect, in words.
  func reasons(in tongue: Tongue) -> [String] {
    if header.block.kind == .absent {
      return [tongue.pick(en: "there is no front matter", es: "no hay metadatos")]
    }
    guard header.dialect != .common else {
      return [
        tongue.pick(
          en: "its keys are common to all systems", es: "sus claves son comunes a todos los sistemas")
      ]
    }
    var told: Set<String> = []
    return header.clues.filter { $0.dialect == header.dialect }.map { $0.sign.words(in: tongue) }
      .filter { told.insert($0).inserted }
  }

  private static func aligned(_ table: [(String, String, String)]) -> [String] {
    let width = table.map(\.0.columns).max() ?? 0
    return table.map { name, value, place in
      "    \(name)\(String(repeating: " ", count: width - name.columns))  \(value)  ← \(place)"
    }
  }

  private func place(of row: Row, in tongue: Tongue) -> String {
    let teller =
      switch row.origin.teller {
      case .key(let key): tongue.pick(en: "'\(key)'", es: "«\(key)»")
      case .heading: tongue.pick(en: "first heading", es: "primer encabezado")
      case .firstLine: tongue.pick(en: "first line", es: "primera línea")
      case .fileName: tongue.pick(en: "file name", es: "nombre del archivo")
      }
    return row.line.map { "\(teller), \(Self.line($0, in: tongue))" } ?? teller
  }

  private static func line(_ number: Int, in tongue: Tongue) -> String {
    tongue.pick(en: "line \(number)", es: "línea \(number)")
  }
}

extension Dialect {
  func name(in tongue: Tongue) -> String {
    switch self {
    case .hugo: "Hugo"
    case .material: "Material for MkDocs"
    case .astro: "Astro"
    case .jekyll: "Jekyll"
    case .zola: "Zola"
    case .common: tongue.pick(en: "none", es: "ninguno")
    }
  }
}

extension Clue.Sign {
  func words(in tongue: Tongue) -> String {
    switch self {
    case .key(let key): tongue.pick(en: "the key '\(key)'", es: "la clave «\(key)»")
    case .pictureMap(let key): tongue.pick(en: "'\(key)' is a map", es: "«\(key)» es un mapa")
    case .authorIDs(let key):
      tongue.pick(en: "'\(key)' is a list of ids", es: "«\(key)» es una lista de identificadores")
    case .dateMap(let key): tongue.pick(en: "'\(key)' is a map of dates", es: "«\(key)» es un mapa de fechas")
    case .titleInHeading: tongue.pick(en: "the title is a heading", es: "el título es un encabezado")
    case .dateInFileName: tongue.pick(en: "the file name has a date", es: "el nombre del archivo lleva fecha")
    case .astroFile(let name): tongue.pick(en: "the file '\(name)'", es: "el archivo «\(name)»")
    case .htmlTemplate(let name): tongue.pick(en: "the template '\(name)'", es: "la plantilla «\(name)»")
    }
  }
}

extension Ignored.Reason {
  func words(in tongue: Tongue) -> String {
    switch self {
    case .empty: tongue.pick(en: "it has no value", es: "no tiene valor")
    case .overridden(let key): tongue.pick(en: "'\(key)' says it", es: "lo dice «\(key)»")
    case .withoutCover: tongue.pick(en: "there is no picture", es: "no hay imagen")
    }
  }
}
