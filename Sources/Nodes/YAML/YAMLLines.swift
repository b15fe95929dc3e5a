/// Looks at the lines around a place that could not be read.
struct YAMLLines {
  private let part: Range<Int>

  init(_ bytes: Span<UInt8>, part: Range<Int>) {
    self.part = part
  }

  /// The line that an offset stands in, without its end.
  func line(at offset: Int, in bytes: Span<UInt8>) -> YAMLLine {
    var start = offset
    while start > part.lowerBound, !isEnd(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < part.upperBound, !isEnd(bytes[end]) { end += 1 }
    return YAMLLine(start..<end, in: bytes)
  }

  /// The nearest line above that is not blank.
  func line(before line: YAMLLine, in bytes: Span<UInt8>) -> YAMLLine? {
    var start = line.range.lowerBound
    while start > part.lowerBound {
      let above = self.line(at: start - 1, in: bytes)
      if above.content < above.range.upperBound { return above }
      start = min(above.range.lowerBound, start - 1)
    }
    return nil
  }

  func text(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The character at an offset; a space past the end.
  func character(at offset: Int, in bytes: Span<UInt8>) -> Character {
    guard part.contains(offset) else { return " " }
    return text(offset..<min(offset + 4, part.upperBound), in: bytes).unicodeScalars.first.map(Character.init)
      ?? " "
  }

  /// How many bytes stand before an offset in its line.
  func column(of offset: Int, in bytes: Span<UInt8>) -> Int {
    offset - line(at: offset, in: bytes).range.lowerBound
  }

  /// The escape such as `\\xZZ` whose backslash stands nearest before an offset, or at it.
  func escape(near offset: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = min(offset, part.upperBound - 1)
    while start > part.lowerBound, bytes[start] != UInt8(ascii: "\\") { start -= 1 }
    let digits =
      switch character(at: start + 1, in: bytes) {
      case "x": 2
      case "u": 4
      case "U": 8
      default: 0
      }
    var end = min(start + 2, part.upperBound)
    while end < min(start + 2 + digits, part.upperBound), bytes[end] > UInt8(ascii: "\"") { end += 1 }
    return start..<end
  }

  /// The text from an offset to the next space.
  func word(at offset: Int, in bytes: Span<UInt8>) -> String {
    var end = offset
    while end < part.upperBound, bytes[end] > UInt8(ascii: " ") { end += 1 }
    return text(offset..<end, in: bytes)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
