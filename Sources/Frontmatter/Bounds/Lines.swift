/// Walks over the lines of a text; a line ends at LF, CRLF or a lone CR.
struct Lines {
  /// Where the current line stands, without its end.
  private(set) var line = 0..<0
  /// Where the next line begins.
  private(set) var next: Int

  init(from start: Int) { next = start }

  /// Moves to the next line; false at the end of the text.
  mutating func advance(in bytes: Span<UInt8>) -> Bool {
    guard next < bytes.count else { return false }
    let start = next
    var end = start
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    line = start..<end
    next = end
    if next < bytes.count {
      let isPair = bytes[next] == .carriageReturn && next + 1 < bytes.count && bytes[next + 1] == .lineFeed
      next += isPair ? 2 : 1
    }
    return true
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// A space, a tab or the end of a line.
  var isSpace: Bool { isBlank || self == .lineFeed || self == .carriageReturn }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isUppercase: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
}

extension Span<UInt8> {
  /// Narrows a range by the spaces and tabs at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// Narrows a range by the spaces, tabs and line ends at both its ends.
  func stripped(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  /// Tells whether the text of a range begins with a literal.
  func has(_ literal: StaticString, at start: Int, before end: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard start >= 0, start + count <= end else { return false }
    for index in 0..<count where self[start + index] != literal.utf8Start[index] { return false }
    return true
  }

  /// Tells whether a range is exactly a literal.
  func equals(_ literal: StaticString, in range: Range<Int>) -> Bool {
    range.count == literal.utf8CodeUnitCount && has(literal, at: range.lowerBound, before: range.upperBound)
  }

  /// Reads a range as text.
  func text(of range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
