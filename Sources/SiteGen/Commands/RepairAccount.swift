import Bytes
import Language
import TextRepair

/// What was done to one file, for people and for programs.
struct RepairAccount {
  let path: String
  let repaired: Repaired

  /// Writes the summary and the repairs, at most so many.
  func write(in tongue: Tongue, limit: Int, into out: inout [UInt8]) {
    let repairs = repaired.repairs
    out.append(text: "\(path): \(summary(of: repairs, in: tongue))\n")
    for repair in repairs.prefix(limit) { out.append(text: "  \(Self.line(for: repair, in: tongue))\n") }
    let rest = repairs.count - limit
    guard limit < .max, rest > 0 else { return }
    out.append(text: tongue.pick(en: "  and \(rest) more: --verbose\n", es: "  y \(rest) más: --verbose\n"))
  }

  /// One repair on one line: `1:8  «Ãº» → «ú»  (cp1252, lossless, 36 bits)`.
  static func line(for repair: Repair, in tongue: Tongue) -> String {
    let place = "\(repair.line):\(repair.column)  «\(repair.before)»"
    let word = word(for: repair.grade, in: tongue)
    guard repair.grade != .unresolved else { return "\(place)  (\(word))" }
    let chain = repair.chain.joined(separator: " → ")
    return "\(place) → «\(repair.after)»  (\(chain), \(word), \(repair.confidence) bits)"
  }

  private func summary(of repairs: [Repair], in tongue: Tongue) -> String {
    let unresolved = repaired.unresolved.count
    let mended = repairs.count - unresolved
    var parts: [String] = []
    if mended > 0 {
      parts.append(
        tongue.pick(
          en: mended == 1 ? "1 repair" : "\(mended) repairs",
          es: mended == 1 ? "1 arreglo" : "\(mended) arreglos"))
    }
    if unresolved > 0 {
      parts.append(tongue.pick(en: "\(unresolved) unresolved", es: "\(unresolved) sin resolver"))
    }
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    let encoding = repaired.encoding.name
    return repaired.isUnchanged
      ? tongue.pick(en: "clean", es: "limpio")
      : tongue.pick(en: "read as \(encoding)", es: "leído como \(encoding)")
  }

  private static func word(for grade: Repair.Grade, in tongue: Tongue) -> String {
    switch grade {
    case .lossless: tongue.pick(en: "lossless", es: "sin pérdida")
    case .restored: tongue.pick(en: "restored", es: "reconstruido")
    case .unresolved: tongue.pick(en: "unresolved", es: "sin resolver")
    }
  }

  /// Writes the accounts as one JSON document.
  static func writeJSON(_ accounts: [RepairAccount], into out: inout [UInt8]) {
    out.append("{\"files\":[")
    for (index, account) in accounts.enumerated() {
      if index > 0 { out.append(",") }
      account.writeJSON(into: &out)
    }
    out.append("]}\n")
  }

  private func writeJSON(into out: inout [UInt8]) {
    out.append("{\"path\":")
    out.append(jsonString: path)
    out.append(",\"encoding\":")
    out.append(jsonString: repaired.encoding.name)
    out.append(",\"unchanged\":")
    out.append(text: String(repaired.isUnchanged))
    out.append(",\"repairs\":[")
    for (index, repair) in repaired.repairs.enumerated() {
      out.append(
        text: "\(index > 0 ? "," : ""){\"line\":\(repair.line),\"column\":\(repair.column),\"before\":")
      out.append(jsonString: repair.before)
      out.append(",\"after\":")
      out.append(jsonString: repair.after)
      out.append(",\"chain\":[")
      for (index, codec) in repair.chain.enumerated() {
        if index > 0 { out.append(",") }
        out.append(jsonString: codec)
      }
      out.append("],\"grade\":")
      out.append(jsonString: repair.grade.rawValue)
      out.append(text: ",\"confidence\":\(repair.confidence)}")
    }
    out.append("]}")
  }
}
