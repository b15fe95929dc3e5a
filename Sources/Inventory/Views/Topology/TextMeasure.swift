import Language

/// How wide a text will be in a drawing, reckoned without a font: as wide as in the widest of the fonts that a reader
/// may have.
struct TextMeasure: Sendable, Equatable {
  /// The height of letters, in pixels.
  let size: Int
  let isBold: Bool

  /// From one line to the next.
  var lineHeight: Int { size + 4 }

  /// The width of a text in pixels, rounded up.
  func width(of text: some StringProtocol) -> Int {
    (Self.thousandths(of: text) * size * (isBold ? Self.bold : 100) + 99_999) / 100_000
  }

  /// A text in lines that are no wider than asked for: broken at spaces, the last one cut with an ellipsis.
  func lines(of text: String, within width: Int, atMost limit: Int) -> [String] {
    var lines: [String] = []
    var words = text.split(whereSeparator: Self.breaks)[...]
    while let first = words.popFirst() {
      guard lines.count + 1 < limit else {
        lines.append(cut(([first] + words).joined(separator: " "), to: width))
        break
      }
      var line = String(first)
      while let next = words.first, self.width(of: "\(line) \(next)") <= width {
        line += " \(next)"
        words.removeFirst()
      }
      lines.append(cut(line, to: width))
    }
    return lines
  }

  /// The width of the widest word, which is the least that a text wants.
  func widestWord(of text: String) -> Int {
    text.split(whereSeparator: Self.breaks).map { width(of: $0) }.max() ?? 0
  }

  private func cut(_ text: String, to width: Int) -> String {
    guard self.width(of: text) > width else { return text }
    var kept = text.unicodeScalars
    while !kept.isEmpty, self.width(of: String(kept) + "…") > width { kept.removeLast() }
    while kept.last?.properties.isWhitespace == true { kept.removeLast() }
    return String(kept) + "…"
  }
}

extension TextMeasure {
  /// Where a line may be broken; a space that keeps words together is no such place.
  private static func breaks(_ character: Character) -> Bool {
    character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
  }

  /// Bold letters are wider by this many hundredths.
  private static let bold = 113

  private static func thousandths(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + thousandths(of: $1) }
  }

  private static func thousandths(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return Int(ascii[Int(scalar.value) - 0x20]) }
    switch scalar.columns {
    case 0: return 0
    case 1: return (0x2010...0x2BFF).contains(scalar.value) ? 1000 : 800
    default: return 1300
    }
  }

  /// The letters of ASCII in a wide sans serif, in thousandths of their height.
  private static let ascii: [UInt16] = [
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 500, 837, 317, 360, 317, 336, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631, 575, 774, 751, 294,
    294, 655, 557, 862, 748, 787, 603, 787, 694, 634, 610, 731, 684, 988, 685, 610, 685, 390, 336, 390, 837,
    500, 500, 612, 634, 549, 634, 615, 352, 634, 633, 277, 277, 579, 277, 974, 633, 611, 634, 634, 411, 520,
    392, 633, 591, 817, 591, 591, 524, 636, 336, 636, 837,
  ]
}
