import Bytes

/// Where in a text something stands: line and column for people, and the line itself.
public struct Place: Sendable, Hashable {
  /// Counted from 1; CRLF ends one line.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// How many scalars of the line are meant; at least 1.
  public let length: Int
  /// The line without its end.
  public let text: String

  /// Takes a place that was found before.
  public init(line: Int, column: Int, length: Int, text: String) {
    self.line = line
    self.column = column
    self.length = length
    self.text = text
  }

  /// Finds the place of a range of byte offsets; a range over several lines is cut at the first line's end.
  public init(of range: Range<Int>, in bytes: Span<UInt8>) {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let (line, lineStart) = Self.line(of: start, in: bytes)
    var lineEnd = start
    while lineEnd < bytes.count, !Self.isLineEnd(bytes[lineEnd]) { lineEnd += 1 }
    let end = min(max(range.upperBound, start), lineEnd)
    self.line = line
    column = Self.scalars(in: lineStart..<start, of: bytes) + 1
    length = max(1, Self.scalars(in: start..<end, of: bytes))
    text = bytes.extracting(lineStart..<lineEnd).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

extension Place {
  /// The number of the line that an offset stands in, and where it begins.
  ///
  /// The system looks for line ends, and where lines may end otherwise most bytes are asked one question, because a site
  /// may have thousands of mistakes in long files.
  private static func line(of offset: Int, in bytes: Span<UInt8>) -> (number: Int, start: Int) {
    bytes.withUnsafeBufferPointer { source in
      var (number, start) = (1, 0)
      if source.next(UInt8(ascii: "\r")) == nil {
        while let end = source.next(UInt8(ascii: "\n"), from: start), end < offset {
          number += 1
          start = end + 1
        }
        return (number, start)
      }
      for index in 0..<offset where source[index] <= UInt8(ascii: "\r") {
        guard endsLine(at: index, in: bytes) else { continue }
        number += 1
        start = index + 1
      }
      return (number, start)
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// A line ends at LF, and at a CR that no LF follows.
  private static func endsLine(at index: Int, in bytes: Span<UInt8>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    default: false
    }
  }

  private static func scalars(in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    range.reduce(0) { bytes[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
