// A pasted guide has neither front matter nor headings: its first line, standing alone, says what it is.

extension TitleScanner {
  /// So many letters are a title; a longer line is a paragraph.
  private static let longestPlainTitle = 120

  /// The plain first line of a body, when a blank line follows it.
  ///
  /// Neither a list, a quote, HTML, a fence, a link, an image nor a table row, and not a sentence: it does not end in
  /// a full stop, a colon, a comma or a semicolon.
  static func plainFirstLine(in bytes: Span<UInt8>, from start: Int) -> Find? {
    var lines = Lines(from: start)
    repeat {
      guard lines.advance(in: bytes) else { return nil }
    } while bytes.trimmed(lines.line).isEmpty
    let line = lines.line
    let text = bytes.trimmed(line)
    let end = lines.next
    guard indent(of: line, in: bytes) < 4, isPlain(text, in: bytes) else { return nil }
    if lines.advance(in: bytes), !bytes.trimmed(lines.line).isEmpty { return nil }
    let title = reduced(text, of: bytes)
    guard !title.isEmpty, title.unicodeScalars.count <= longestPlainTitle else { return nil }
    return Find(text: title, range: line.lowerBound..<end)
  }

  private static func isPlain(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard beginsParagraph(text, in: bytes) else { return false }
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return false
    default: break
    }
    switch bytes[text.upperBound - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "{"):
      return false
    default: return text.contains { bytes[$0].isLetter || bytes[$0] >= 0x80 }
    }
  }

  /// Tells whether a line can begin a paragraph: it is no heading, quote, list item, thematic break or fence.
  static func beginsParagraph(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let first = bytes[text.lowerBound]
    let second: UInt8 = text.count > 1 ? bytes[text.lowerBound + 1] : UInt8(ascii: " ")
    switch first {
    case UInt8(ascii: ">"), UInt8(ascii: "#"): return false
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return !second.isBlank && !isBreak(text, in: bytes)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return !(text.count > 2 && second == first && bytes[text.lowerBound + 2] == first)
    default: return !isNumbered(text, in: bytes)
    }
  }

  private static func isBreak(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    text.count >= 3 && text.allSatisfy { bytes[$0] == bytes[text.lowerBound] || bytes[$0].isBlank }
  }

  /// `1. ` and `1) ` begin a list.
  private static func isNumbered(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    var index = text.lowerBound
    while index < text.upperBound, bytes[index].isDigit { index += 1 }
    guard index > text.lowerBound, index < text.upperBound else { return false }
    let isMark = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
    return isMark && (index + 1 == text.upperBound || bytes[index + 1].isBlank)
  }
}
