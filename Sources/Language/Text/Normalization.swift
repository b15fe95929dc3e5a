// One spelling for texts that look the same: NFC, and case folding for keys.

extension [UInt8] {
  /// The text in NFC. What already is comes back as the same buffer; so does what is not UTF-8.
  public var composed: [UInt8] {
    span.isPlainlyComposed ? self : UnicodeTables.transformed(span, .composed) ?? self
  }

  /// The text as a key that ignores case: folded by Unicode's full rules, in NFC.
  public var caseFolded: [UInt8] {
    guard allSatisfy({ $0 < 0x80 }) else { return UnicodeTables.transformed(span, .caseFolded) ?? self }
    return map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}

extension String {
  /// The text in NFC.
  public var composed: String {
    utf8.span.isPlainlyComposed ? self : String(decoding: Array(utf8).composed, as: UTF8.self)
  }

  /// The text as a key that ignores case, in NFC.
  public var caseFolded: String { String(decoding: Array(utf8).caseFolded, as: UTF8.self) }
}

extension Span<UInt8> {
  /// Whether the text is surely NFC: only scalars that neither decompose nor combine with the one before them.
  ///
  /// These are ASCII, Latin letters up to U+02FF, general punctuation, currency signs, arrows, boxes, dingbats and all
  /// of emoji, which is what Spanish prose is made of. Anything else is left to the tables.
  public var isPlainlyComposed: Bool {
    var index = 0
    while index < count {
      let lead = self[index]
      switch lead {
      case 0x00...0x7F: index += 1
      case 0xC2...0xCB: index += 2
      case 0xE2:
        guard index + 2 < count, Self.isStable(self[index + 1], self[index + 2]) else { return false }
        index += 3
      case 0xEF:
        // U+FE0F asks for an emoji's coloured form.
        guard index + 2 < count, self[index + 1] == 0xB8, self[index + 2] == 0x8F else { return false }
        index += 3
      case 0xF0:
        guard index + 1 < count, self[index + 1] == 0x9F else { return false }
        index += 4
      default: return false
      }
    }
    return index == count
  }

  /// Whether `E2 second third` is stable: U+2002 to U+20CF, U+2190 to U+22FF and U+2400 to U+27FF.
  private static func isStable(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third >= 0x82
    case 0x81, 0x82, 0x86...0x8B, 0x90...0x9F: true
    case 0x83: third < 0x90
    default: false
    }
  }
}
