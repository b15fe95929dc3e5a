/// The gender of what is counted, where the tongue asks for it.
public enum Gender: String, Sendable, CaseIterable {
  case masculine, feminine
}

extension [UInt8] {
  /// Appends an ordinal: `1.º`, `1.ª`, `1st`.
  public mutating func append(ordinal number: Int, gender: Gender = .masculine, in tongue: Tongue) {
    append(contentsOf: String(number).utf8)
    switch tongue {
    case .spanish: append(contentsOf: (gender == .feminine ? ".ª" : ".º").utf8)
    case .english:
      let tens = number.magnitude % 100
      switch number.magnitude % 10 {
      case 1 where tens != 11: append(contentsOf: "st".utf8)
      case 2 where tens != 12: append(contentsOf: "nd".utf8)
      case 3 where tens != 13: append(contentsOf: "rd".utf8)
      default: append(contentsOf: "th".utf8)
      }
    }
  }
}
