import Bytes

/// A document as lines, and which of them are already code, markup or indented and so are never touched.
struct GuideLines {
  let source: [UInt8]
  /// Each line without its end.
  let ranges: [Range<Int>]
  /// Lines inside fences and raw blocks, with their first and last.
  let isClosed: [Bool]

  init(_ source: [UInt8]) {
    self.source = source
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(source.count / 40 + 1)
    var start = 0
    source.withUnsafeBufferPointer { bytes in
      while let end = bytes.next(UInt8(ascii: "\n"), from: start) {
        ranges.append(start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end))
        start = end + 1
      }
    }
    if start < source.count { ranges.append(start..<source.count) }
    self.ranges = ranges
    isClosed = Self.closed(ranges, in: source)
  }

  var count: Int { ranges.count }
  var endsWithNewline: Bool { source.last == UInt8(ascii: "\n") }

  func text(_ line: Int) -> String { String(decoding: source[ranges[line]], as: UTF8.self) }

  func begins(_ line: Int, with letters: StaticString) -> Bool {
    let range = ranges[line]
    guard range.count >= letters.utf8CodeUnitCount else { return false }
    return (0..<letters.utf8CodeUnitCount).allSatisfy {
      source[range.lowerBound + $0] == letters.utf8Start[$0]
    }
  }

  func first(_ line: Int) -> UInt8 { ranges[line].isEmpty ? 0 : source[ranges[line].lowerBound] }

  func isBlank(_ line: Int) -> Bool { source[ranges[line]].allSatisfy { $0 <= UInt8(ascii: " ") } }

  func bytes(of lines: Range<Int>) -> Range<Int> {
    ranges[lines.lowerBound].lowerBound..<ranges[lines.upperBound - 1].upperBound
  }

  /// The runs of lines that are neither blank nor closed.
  var blocks: GuideBlocks {
    var runs: [Range<Int>] = []
    var start: Int?
    for line in 0...count {
      let isOpen = line < count && !isClosed[line] && !isBlank(line)
      if isOpen, start == nil { start = line }
      if !isOpen, let first = start {
        runs.append(first..<line)
        start = nil
      }
    }
    return GuideBlocks(runs: runs)
  }

  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// `[https://a](https://a)`, as pages copy addresses, is one address in code.
  static func withoutDoubledLinks(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), let middle = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
        let word = bytes[(index + 1)..<middle]
        let end = middle + 2 + word.count
        if word.starts(with: "http".utf8), end < bytes.count, bytes[middle + 1] == UInt8(ascii: "("),
          bytes[end] == UInt8(ascii: ")"), bytes[(middle + 2)..<end].elementsEqual(word)
        {
          out.append(contentsOf: word)
          index = end + 1
          continue
        }
      }
      out.append(bytes[index])
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension GuideLines {
  private static func closed(_ ranges: [Range<Int>], in source: [UInt8]) -> [Bool] {
    var fence: (mark: UInt8, count: Int)?
    var closing: String?
    return ranges.map { range in
      let line = source[range].drop { $0 == 0x20 || $0 == 0x09 }
      let mark = line.first ?? 0
      if let end = closing {
        if contains(end, in: line) { closing = nil }
        return true
      }
      let count =
        mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") ? line.prefix { $0 == mark }.count : 0
      if let open = fence {
        if mark == open.mark, count >= open.count, line.dropFirst(count).allSatisfy({ $0 <= 0x20 }) {
          fence = nil
        }
        return true
      }
      if count >= 3 {
        fence = (mark, count)
        return true
      }
      guard mark == UInt8(ascii: "<") else { return false }
      for (start, end) in rawBlocks where line.starts(with: start.utf8) {
        if !contains(end, in: line) { closing = end }
        return true
      }
      return false
    }
  }

  /// What may hold blank lines in HTML.
  private static let rawBlocks = [
    ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"), ("<textarea", "</textarea>"),
    ("<!--", "-->"),
  ]

  private static func contains(_ text: String, in line: ArraySlice<UInt8>) -> Bool {
    let text = Array(text.utf8)
    return line.indices.contains { line[$0...].starts(with: text) }
  }
}
