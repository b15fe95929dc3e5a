/// Latin letters without what is written above, below or through them.
public enum AccentFolding {
  /// The ASCII that a scalar folds to, its case kept: `ñ` → `n`, `Æ` → `AE`, `ﬁ` → `fi`, `²` → `2`.
  ///
  /// Nil for scalars that are no form of ASCII: other scripts, most signs, emoji, lone marks.
  public static func ascii(of scalar: Unicode.Scalar) -> [UInt8]? {
    guard scalar.value >= 0x80 else { return [UInt8(scalar.value)] }
    if let letters = undecomposed(scalar) { return Array(letters.utf8) }
    var letters: [UInt8] = []
    for part in UnicodeTables.scalars(of: scalar, .compatibilityDecomposed) {
      if part.value < 0x80 {
        letters.append(UInt8(part.value))
      } else if let mapped = undecomposed(part), part != scalar {
        letters.append(contentsOf: mapped.utf8)
      } else if UnicodeTables.kind(of: part) != .mark || letters.isEmpty {
        return nil
      }
    }
    return letters
  }

  /// Letters that Unicode does not take apart, although a reader does.
  private static func undecomposed(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß": "ss"
    case "ẞ": "SS"
    case "æ": "ae"
    case "Æ": "AE"
    case "œ": "oe"
    case "Œ": "OE"
    case "ø": "o"
    case "Ø": "O"
    case "đ", "ð": "d"
    case "Đ", "Ð": "D"
    case "ħ": "h"
    case "Ħ": "H"
    case "ı": "i"
    case "ł": "l"
    case "Ł": "L"
    case "ŋ": "n"
    case "Ŋ": "N"
    case "ŧ": "t"
    case "Ŧ": "T"
    case "þ": "th"
    case "Þ": "TH"
    case "\u{2044}", "\u{2010}"..."\u{2015}", "\u{2212}": "-"
    default: nil
    }
  }
}

extension String {
  /// The text without accents, for keys and searches; `ñ` becomes `n`. Other scripts stay as they are.
  public var accentsFolded: String {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    var isLatin = false
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        isLatin = true
        folded.append(UInt8(scalar.value))
      } else if let letters = AccentFolding.ascii(of: scalar),
        letters.first.map(AccentFolding.isWordByte) ?? false
      {
        isLatin = true
        folded.append(contentsOf: letters)
      } else if !isLatin || UnicodeTables.kind(of: scalar) != .mark {
        isLatin = false
        folded.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}

extension AccentFolding {
  /// Whether an ASCII byte is a letter or a digit.
  fileprivate static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
