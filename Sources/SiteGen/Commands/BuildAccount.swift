import Bytes
import Diagnostics
import Language
import Nodes
import Site

/// What a build tells at its end: what the site holds, what changed, how long it took.
struct BuildAccount {
  let outcome: SiteBuild.Outcome
  /// What came of the sources, where they were asked.
  var pulled: PullAccount?

  /// One line for people, and with `isVerbose` one more for the phases.
  func human(in tongue: Tongue, isVerbose: Bool) -> String {
    guard let output = outcome.output else { return "" }
    let made = listed(
      [
        counted(outcome.pages, tongue, one: ("page", "página"), other: ("pages", "páginas")),
        counted(outcome.copies, tongue, one: ("file", "archivo"), other: ("files", "archivos")),
      ].compactMap(\.self), tongue)
    let changed = output.written + output.copied
    let changes =
      changed == 0 && output.deleted == 0
      ? tongue.pick(en: "nothing changed", es: "sin cambios")
      : [
        tongue.pick(en: "\(changed) written", es: "\(changed) escritos"),
        output.deleted == 0
          ? nil : tongue.pick(en: "\(output.deleted) deleted", es: "\(output.deleted) borrados"),
      ].compactMap(\.self).joined(separator: ", ")
    let time = "\(seconds(total, tongue)) s"
    let line = tongue.pick(en: "\(made) in \(time): \(changes)", es: "\(made) en \(time): \(changes)")
    return [line, isVerbose ? phases(tongue) : nil, verification(tongue)].compactMap(\.self)
      .joined(separator: "\n")
  }

  /// The same for programs.
  func json() -> [UInt8] {
    var members = ["\"pages\":\(outcome.pages)", "\"files\":\(outcome.copies)"]
    if let output = outcome.output {
      members += [
        "\"written\":\(output.written)", "\"copied\":\(output.copied)", "\"unchanged\":\(output.unchanged)",
        "\"deleted\":\(output.deleted)",
      ]
    }
    members += [
      "\"errors\":\(outcome.report.count(of: .error))", "\"warnings\":\(outcome.report.count(of: .warning))",
    ]
    let times = outcome.times.map { "\"\($0.phase.rawValue)\":\(milliseconds($0.duration))" }
    members.append("\"milliseconds\":{\(times.joined(separator: ","))}")
    if let verified = outcome.verified { members.append("\"verified\":\(verified)") }
    if let pulled {
      members.append("\"sources\":" + String(decoding: pulled.node.json(isIndented: false), as: UTF8.self))
    }
    return Array("{\(members.joined(separator: ","))}\n".utf8)
  }
}

extension BuildAccount {
  private var total: Duration { outcome.times.reduce(.zero) { $0 + $1.duration } }

  private func phases(_ tongue: Tongue) -> String {
    outcome.times.map { "\(name(of: $0.phase, tongue)) \(seconds($0.duration, tongue)) s" }
      .joined(separator: " · ")
  }

  private func name(of phase: SiteBuild.Phase, _ tongue: Tongue) -> String {
    switch phase {
    case .loading: tongue.pick(en: "reading", es: "lectura")
    case .assembling: tongue.pick(en: "assembling", es: "montaje")
    case .rendering: tongue.pick(en: "rendering", es: "generación")
    case .writing: tongue.pick(en: "writing", es: "escritura")
    }
  }

  /// What `--verify` found; what is wrong is told by the mistakes.
  private func verification(_ tongue: Tongue) -> String? {
    guard let verified = outcome.verified, !outcome.report.fails() else { return nil }
    let files = counted(
      verified, tongue, one: ("file is", "archivo es"), other: ("files are", "archivos son"))
    return files.map {
      tongue.pick(
        en: "\($0) byte for byte what a build from nothing makes",
        es: "\($0) byte a byte lo que genera una compilación desde cero")
    }
  }

  private func counted(
    _ count: Int, _ tongue: Tongue, one: (String, String), other: (String, String)
  ) -> String? {
    guard count > 0 else { return nil }
    var digits: [UInt8] = []
    digits.append(number: count, in: tongue)
    let word = count == 1 ? one : other
    return "\(String(decoding: digits, as: UTF8.self)) \(tongue.pick(en: word.0, es: word.1))"
  }

  private func listed(_ parts: [String], _ tongue: Tongue) -> String {
    parts.isEmpty
      ? tongue.pick(en: "nothing", es: "nada") : parts.joined(separator: tongue.pick(en: " and ", es: " y "))
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
  }

  /// `0.42`, in Spanish `0,42`.
  private func seconds(_ duration: Duration, _ tongue: Tongue) -> String {
    let hundredths = (milliseconds(duration) + 5) / 10
    let rest = hundredths % 100
    return "\(hundredths / 100)\(tongue.pick(en: ".", es: ","))\(rest < 10 ? "0" : "")\(rest)"
  }
}
