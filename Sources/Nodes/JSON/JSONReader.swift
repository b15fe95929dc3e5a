/// Reads one JSON value after another; keeps nothing but the offset.
struct JSONReader {
  /// A key that its map has already.
  struct Repeated {
    var key: String
    var first: Range<Int>
    var range: Range<Int>
  }

  private(set) var repeated: [Repeated] = []
  var offset: Int
  let end: Int
  private var depth = 0

  init(_ part: Range<Int>) {
    offset = part.lowerBound
    end = part.upperBound
  }

  /// Tells whether nothing but blanks is left, and skips them.
  mutating func isAtEnd(in bytes: Span<UInt8>) -> Bool {
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): offset += 1
      default: return false
      }
    }
    return true
  }

  /// Refuses whatever follows the value.
  mutating func end(in bytes: Span<UInt8>) throws(JSONProblem) {
    guard isAtEnd(in: bytes) else { throw JSONProblem(.textAfterEnd, offset..<offset + 1) }
  }

  /// Reads the next value; recursion ends at the depth limit.
  mutating func value(in bytes: Span<UInt8>) throws(JSONProblem) -> Node {
    guard !isAtEnd(in: bytes) else { throw JSONProblem(.missingValue, end..<end) }
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      return Node(.scalar(try text(in: bytes), isPlain: false), range: start..<offset)
    case UInt8(ascii: "["):
      return try nested(in: bytes) { reader throws(JSONProblem) in try reader.list(in: bytes) }
    case UInt8(ascii: "{"):
      return try nested(in: bytes) { reader throws(JSONProblem) in try reader.map(in: bytes) }
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw JSONProblem(.missingValue, offset..<offset + 1)
    case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(in: bytes)
    default: return try word(in: bytes)
    }
  }
}

extension JSONReader {
  private mutating func nested(
    in bytes: Span<UInt8>, _ read: (inout JSONReader) throws(JSONProblem) -> Node
  ) throws(JSONProblem) -> Node {
    guard depth < JSON.depthLimit else {
      throw JSONProblem(.tooDeep(limit: JSON.depthLimit), offset..<offset + 1)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func list(in bytes: Span<UInt8>) throws(JSONProblem) -> Node {
    let start = offset
    offset += 1
    var items: [Node] = []
    while try hasNext(UInt8(ascii: "]"), isFirst: items.isEmpty, from: start, in: bytes) {
      items.append(try value(in: bytes))
    }
    return Node(.list(items), range: start..<offset)
  }

  private mutating func map(in bytes: Span<UInt8>) throws(JSONProblem) -> Node {
    let start = offset
    offset += 1
    var entries: [Node.Entry] = []
    var known = Known()
    while try hasNext(UInt8(ascii: "}"), isFirst: entries.isEmpty, from: start, in: bytes) {
      let keyStart = offset
      guard bytes[offset] == UInt8(ascii: "\"") else { throw JSONProblem(.keyNotText, offset..<offset + 1) }
      let key = try text(in: bytes)
      let range = keyStart..<offset
      if let first = known.place(of: key, among: entries) {
        repeated.append(Repeated(key: key, first: first, range: range))
      }
      guard !isAtEnd(in: bytes), bytes[offset] == UInt8(ascii: ":") else {
        throw JSONProblem(.missingColon(key: key), offset..<offset + 1)
      }
      offset += 1
      entries.append(Node.Entry(key: key, keyRange: range, value: try value(in: bytes)))
    }
    return Node(.map(entries), range: start..<offset)
  }

  /// The keys of a map, once there are so many that looking through them one by one is slow; hardly a map has.
  private struct Known {
    private static let many = 16
    private var places: [String: Range<Int>] = [:]

    /// Where a key stands among the entries, the last time that it does.
    mutating func place(of key: String, among entries: [Node.Entry]) -> Range<Int>? {
      guard entries.count >= Self.many else {
        for index in entries.indices.reversed() where entries[index].key == key {
          return entries[index].keyRange
        }
        return nil
      }
      for entry in places.isEmpty ? entries[...] : entries.suffix(1) { places[entry.key] = entry.keyRange }
      return places[key]
    }
  }

  /// Steps over a comma to the next item, or over the closing bracket.
  private mutating func hasNext(
    _ closing: UInt8, isFirst: Bool, from start: Int, in bytes: Span<UInt8>
  ) throws(JSONProblem) -> Bool {
    let isMap = closing == UInt8(ascii: "}")
    guard !isAtEnd(in: bytes) else { throw JSONProblem(.unclosed(isMap: isMap), start..<start + 1) }
    if bytes[offset] == closing {
      offset += 1
      return false
    }
    guard !isFirst else { return true }
    let comma = offset
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw JSONProblem(.missingComma(isMap: isMap), offset..<offset + 1)
    }
    offset += 1
    guard !isAtEnd(in: bytes) else { throw JSONProblem(.unclosed(isMap: isMap), start..<start + 1) }
    guard bytes[offset] != closing else { throw JSONProblem(.trailingComma, comma..<comma + 1) }
    return true
  }
}
