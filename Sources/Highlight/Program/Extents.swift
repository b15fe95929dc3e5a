/// Finds where a state that is being entered must end. A search that needs no tag is remembered, so that entering the
/// same state again on the way does not search again.
struct Extents {
  private var known: [Range<Int>]

  init(count: Int) {
    known = Array(repeating: 0..<0, count: count)
  }

  mutating func end(
    of extent: Grammar.Extent, number: Int, after match: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>,
    limit: Int
  ) -> Int {
    let start = match.upperBound
    switch extent.kind {
    case .line, .command, .text(_, tag: false, _):
      if known[number].contains(start), known[number].upperBound <= limit { return known[number].upperBound }
      let end = search(extent, after: match, in: bytes, limit: limit)
      known[number] = start..<max(end, start)
      return end
    default: return search(extent, after: match, in: bytes, limit: limit)
    }
  }

  private func search(
    _ extent: Grammar.Extent, after match: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    let start = match.upperBound
    let tag = Self.tag(extent.tagBytes, in: match, of: bytes)
    switch extent.kind {
    case .line: return Self.lineEnd(from: start, in: bytes, limit: limit)
    case .command: return Self.commandEnd(from: start, in: bytes, limit: limit)
    case .heredoc: return Self.heredocEnd(tag, from: start, in: bytes, limit: limit)
    case .dedent: return Self.dedentEnd(after: match, in: bytes, limit: limit)
    case .text(let head, let hasTag, let tail):
      let needle = hasTag ? head + tag.map { bytes[$0] } + tail : head
      return Self.find(needle, from: start, in: bytes, limit: limit)
    }
  }
}

extension Extents {
  private static func tag(_ set: ByteSet, in match: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>)
    -> Range<Int>
  {
    var end = match.upperBound
    while end > match.lowerBound, !set.contains(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > match.lowerBound, set.contains(bytes[start - 1]) { start -= 1 }
    return start..<end
  }

  private static func lineEnd(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  private static func commandEnd(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var end = lineEnd(from: start, in: bytes, limit: limit)
    while end < limit, end > start, bytes[end - 1] == UInt8(ascii: "\\") {
      end = lineEnd(from: end + 1, in: bytes, limit: limit)
    }
    return end
  }

  /// The start of the line that holds the tag alone, blanks aside.
  private static func heredocEnd(
    _ tag: Range<Int>, from start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    var line = lineEnd(from: start, in: bytes, limit: limit) + 1
    while line < limit {
      let end = lineEnd(from: line, in: bytes, limit: limit)
      var first = line
      while first < end, ByteSet.blanks.contains(bytes[first]) { first += 1 }
      if end - first >= tag.count, bytes[first..<first + tag.count].elementsEqual(bytes[tag]),
        bytes[(first + tag.count)..<end].allSatisfy({ !ByteSet.wordBytes.contains($0) })
      {
        return first
      }
      line = end + 1
    }
    return limit
  }

  /// The end of the last line before one that is indented no more than what the match belongs to.
  private static func dedentEnd(
    after match: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    let indent = indentation(of: match.lowerBound, in: bytes)
    var end = lineEnd(from: match.upperBound, in: bytes, limit: limit)
    while end < limit {
      let next = lineEnd(from: end + 1, in: bytes, limit: limit)
      var first = end + 1
      while first < next, bytes[first] == UInt8(ascii: " ") { first += 1 }
      let isBlank = first >= next || bytes[first] == UInt8(ascii: "\r")
      if !isBlank, first - end - 1 <= indent { return end }
      end = next
    }
    return limit
  }

  /// The column at which what an offset belongs to begins: the first key of its line, or the dash before the offset.
  private static func indentation(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = offset
    while line > 0, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
    var first = line
    var dash = line
    while first < offset, bytes[first] == UInt8(ascii: " ") || bytes[first] == UInt8(ascii: "-") {
      if bytes[first] == UInt8(ascii: "-") { dash = first }
      first += 1
    }
    return (first == offset ? dash : first) - line
  }

  /// Finds a text, in either letter case where it is lower.
  private static func find(
    _ needle: [UInt8], from start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    guard let first = needle.first else { return limit }
    var index = start
    while index + needle.count <= limit {
      if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle, by: isSame) {
        return index
      }
      index += 1
    }
    return limit
  }

  private static func isSame(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted || byte &- UInt8(ascii: "A") < 26 && byte | 0x20 == wanted
  }
}
