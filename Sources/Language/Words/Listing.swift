/// How the last two of a list are joined.
public enum Conjunction: String, Sendable, CaseIterable {
  case and, or
}

extension Collection<String> {
  /// Joins as in a sentence: «a, b y c», `a, b, and c`.
  ///
  /// Spanish `y` turns into `e` before the sound of i (`Ansible e Incus`, but `nieve y hielo`) and `o` into `u` before
  /// that of o (`siete u ocho`). Names such as `iOS` and `iSCSI`, an `i` before a capital, are said in English: `y`.
  public func listed(_ conjunction: Conjunction = .and, in tongue: Tongue) -> String {
    let items = Array(self)
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: ", ")
    switch tongue {
    case .english:
      let comma = items.count > 2 ? "," : ""
      return "\(head)\(comma) \(conjunction == .and ? "and" : "or") \(last)"
    case .spanish:
      let word =
        switch conjunction {
        case .and: SpanishSound.beginsWithI(last) ? "e" : "y"
        case .or: SpanishSound.beginsWithO(last) ? "u" : "o"
        }
      return "\(head) \(word) \(last)"
    }
  }
}

/// With which vowel a word begins when it is said aloud.
private enum SpanishSound {
  static func beginsWithI(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars.drop { !isSpoken($0) }.prefix(3))
    if scalars.first == "i", scalars.count > 1, UnicodeTables.isUpper(scalars[1]) { return false }
    let letters = folded(scalars)
    if letters.first == "i" { return true }
    return letters.starts(with: ["h", "i"]) && !["a", "e", "o"].contains(letters.dropFirst(2).first)
  }

  static func beginsWithO(_ word: String) -> Bool {
    let spoken = word.unicodeScalars.drop { !isSpoken($0) }
    let letters = folded(Array(spoken.prefix(2)))
    if letters.first == "o" || letters == ["h", "o"] || letters.first == "8" { return true }
    // `11` and `11.000` begin with once; `110` and `1100` do not.
    let digits = spoken.prefix { ("0"..."9").contains($0) }
    return digits.count == 2 && digits.elementsEqual(["1", "1"])
  }

  /// Whether a scalar is said at all: quotes and brackets before a word are not.
  private static func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
    let kind = UnicodeTables.kind(of: scalar)
    return kind == .letter || kind == .digit
  }

  private static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.flatMap { (AccentFolding.ascii(of: $0) ?? []).map { Unicode.Scalar($0 | 0x20) } }
  }
}
