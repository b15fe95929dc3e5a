/// When a declared and an observed value count as the same.
enum Tolerance {
  enum Judgement: Equatable {
    case agrees, differs
    /// A condition is met.
    case meets
    /// The author says that the value is not known.
    case unknown
    /// The two do not speak of the same.
    case incomparable
  }

  /// A kernel keeps a part of the memory: 8 GiB show as 7.6.
  private static let share = 10

  static func judge(_ said: FactValue, _ seen: FactValue, field: String) -> Judgement {
    switch (said, seen) {
    case (.unknown, _): .unknown
    case (.version(let wanted), .version(let found)):
      wanted.admits(found.text) ? (wanted.isConstraint ? .meets : .agrees) : .differs
    case (.quantity(.size(let mine)), .quantity(.size(let theirs))): near(mine.bytes, theirs.bytes)
    case (.quantity(let mine), .quantity(let theirs)): mine.amount == theirs.amount ? .agrees : .differs
    case (.integer(let mine), .integer(let theirs)): mine == theirs ? .agrees : .differs
    case (.truth(let mine), .truth(let theirs)): mine == theirs ? .agrees : .differs
    case (.reference(let reference), .text(let name)): same(reference.entity.id, name)
    case (.text(let mine), .text(let theirs)): text(mine, theirs, field: field)
    case (.words(let words), .text(let name)):
      words.variants.contains { same($0.text, name) == .agrees } ? .agrees : .differs
    default: .incomparable
    }
  }

  private static func near(_ mine: Int, _ theirs: Int) -> Judgement {
    let (distance, overflows) = mine.subtractingReportingOverflow(theirs)
    return !overflows && distance.magnitude <= mine.magnitude / UInt(share) ? .agrees : .differs
  }

  private static func text(_ mine: String, _ theirs: String, field: String) -> Judgement {
    switch field {
    case "distribution" where mine == "kubernetes": .agrees
    case "kubeProxy" where mine == "replaced" && theirs == "absent": .agrees
    case "cpu.model": Set(words(theirs)).isSuperset(of: words(mine)) ? .agrees : .differs
    default: same(mine, theirs)
    }
  }

  private static func same(_ mine: String, _ theirs: String) -> Judgement {
    words(mine) == words(theirs) ? .agrees : .differs
  }

  /// The words of a name in small letters, without the signs and filling that makers put in:
  /// `13th Gen Intel(R) Core(TM) i5-13420H` is 13th, gen, intel, core, i5-13420h.
  private static func words(_ text: String) -> [String] {
    let plain = text.lowercased().split(separator: "@")[safe: 0] ?? ""
    var bytes: [UInt8] = []
    var depth = 0
    for byte in plain.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth == 0 { bytes.append(byte) }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "_" }).map(
      String.init
    )
    .filter { $0 != "cpu" && $0 != "processor" }
  }
}

extension Array {
  /// The item at an index, where there is one.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
