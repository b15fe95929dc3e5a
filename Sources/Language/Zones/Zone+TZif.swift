// Reading a compiled zone file (TZif, RFC 8536), versions 1 to 4.
//
// A file is a header with six counts and a body; from version 2 on, a second header and body follow with eight-byte
// times, and then, between two line feeds, the rule for the time after the last transition. Leap seconds are skipped.

extension Zone {
  /// What keeps a zone file from being read.
  public enum FileError: Error, Hashable, Sendable {
    case notTZif
    case truncated
    /// A count, an index or a text that points outside, a time that does not ascend, or an offset of a day or more.
    case inconsistent
    case unknownRule(String)
  }

  /// Reads a zone file.
  public init(name: String, tzif bytes: Span<UInt8>) throws(FileError) {
    var reader = TZifReader()
    var header = try reader.header(in: bytes)
    var wide = false
    if header.version >= 2 {
      try reader.skip(header.bodySize(wide: false), in: bytes)
      header = try reader.header(in: bytes)
      wide = true
    }
    let body = try reader.body(header, wide: wide, in: bytes)
    let rule = wide ? try reader.rule(in: bytes) : nil
    self.init(
      name: name, transitions: body.transitions, begun: body.begun, periods: body.periods, rule: rule)
  }
}

private struct TZifHeader {
  let version: Int
  let universal, standard, leaps, transitions, types, characters: Int

  func bodySize(wide: Bool) -> Int {
    let time = wide ? 8 : 4
    return transitions * (time + 1) + types * 6 + characters + leaps * (time + 4) + standard + universal
  }
}

private struct TZifReader {
  var index = 0

  mutating func skip(_ count: Int, in bytes: Span<UInt8>) throws(Zone.FileError) {
    guard count <= bytes.count - index else { throw .truncated }
    index += count
  }

  mutating func header(in bytes: Span<UInt8>) throws(Zone.FileError) -> TZifHeader {
    let size = 44
    let magic: [UInt8] = Array("TZif".utf8)
    for (offset, byte) in magic.enumerated()
    where index + offset >= bytes.count || bytes[index + offset] != byte {
      throw .notTZif
    }
    guard bytes.count - index >= size else { throw .truncated }
    let versionByte = bytes[index + 4]
    let version = versionByte == 0 ? 1 : Int(versionByte) - Int(UInt8(ascii: "0"))
    let counts = (0..<6).map { Int(integer(at: index + 20 + 4 * $0, width: 4, in: bytes)) }
    index += size
    // A body cannot hold more than there are bytes; this also keeps the sums below from overflowing.
    guard counts.allSatisfy({ (0...bytes.count).contains($0) }) else { throw .inconsistent }
    return TZifHeader(
      version: version, universal: counts[0], standard: counts[1], leaps: counts[2],
      transitions: counts[3], types: counts[4], characters: counts[5])
  }

  mutating func body(
    _ header: TZifHeader, wide: Bool, in bytes: Span<UInt8>
  ) throws(Zone.FileError) -> (transitions: [Int], begun: [Int], periods: [Zone.Period]) {
    let start = index
    try skip(header.bodySize(wide: wide), in: bytes)
    guard header.types > 0 else { throw .inconsistent }
    let width = wide ? 8 : 4
    let indices = start + header.transitions * width
    let types = indices + header.transitions
    let texts = types + header.types * 6
    var transitions: [Int] = []
    var begun: [Int] = []
    for number in 0..<header.transitions {
      let time = integer(at: start + number * width, width: width, in: bytes)
      let type = Int(bytes[indices + number])
      guard type < header.types, transitions.last.map({ $0 < time }) ?? true else { throw .inconsistent }
      transitions.append(time)
      begun.append(type)
    }
    var periods: [Zone.Period] = []
    for number in 0..<header.types {
      periods.append(try period(at: types + number * 6, texts: texts..<texts + header.characters, in: bytes))
    }
    return (transitions, begun, periods)
  }

  private func period(
    at index: Int, texts: Range<Int>, in bytes: Span<UInt8>
  ) throws(Zone.FileError) -> Zone.Period {
    guard let offset = Offset(seconds: integer(at: index, width: 4, in: bytes)) else { throw .inconsistent }
    let start = texts.lowerBound + Int(bytes[index + 5])
    var end = start
    while end < texts.upperBound, bytes[end] != 0 { end += 1 }
    guard end < texts.upperBound else { throw .inconsistent }
    return Zone.Period(
      offset: offset, isDaylight: bytes[index + 4] != 0, abbreviation: text(start..<end, in: bytes))
  }

  mutating func rule(in bytes: Span<UInt8>) throws(Zone.FileError) -> ZoneRule? {
    let lineFeed = UInt8(ascii: "\n")
    guard index < bytes.count, bytes[index] == lineFeed else { throw .truncated }
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != lineFeed { end += 1 }
    guard end < bytes.count else { throw .truncated }
    if end == start { return nil }
    guard let rule = ZoneRule(bytes.extracting(start..<end)) else {
      throw .unknownRule(text(start..<end, in: bytes))
    }
    return rule
  }

  /// A big-endian number with its sign.
  private func integer(at index: Int, width: Int, in bytes: Span<UInt8>) -> Int {
    var value = bytes[index] >= 0x80 ? -1 : 0
    for offset in 0..<width { value = value << 8 | Int(bytes[index + offset]) }
    return value
  }

  private func text(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
    bytes.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
