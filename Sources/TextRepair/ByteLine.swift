/// A line that is not valid UTF-8: its characters where they can be read, its bytes where they cannot.
struct ByteLine {
  let number: Int
  let range: Range<Int>
  /// Scalars, and the bytes that are none, lifted above all scalars.
  let tokens: [UInt32]
  /// The raw bytes.
  let bytes: ArraySlice<UInt8>

  /// What a byte that belongs to no character is written as among the tokens.
  static let lift: UInt32 = 0x20_0000

  init(number: Int, range: Range<Int>, in text: [UInt8]) {
    self.number = number
    self.range = range
    bytes = text[range]
    // A pointer, to read characters by the same strict function as everywhere.
    tokens = text.withUnsafeBufferPointer { Self.tokens(of: $0, in: range) }
  }

  /// Whether any character outside ASCII can be read in it.
  var holdsCharacters: Bool { tokens.contains { $0 >= 0x80 && $0 < Self.lift } }

  /// Whether a token is a bare byte.
  static func isByte(_ token: UInt32) -> Bool { token >= lift && token <= lift + 0xFF }

  private static func tokens(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [UInt32] {
    let line = UnsafeBufferPointer(rebasing: text[range])
    var tokens: [UInt32] = []
    var index = 0
    while index < line.count {
      if let (scalar, length) = UTF8Reading.scalar(in: line, at: index) {
        tokens.append(scalar)
        index += length
      } else if let scalar = surrogatePair(in: line, at: index) {
        tokens.append(scalar)
        index += 6
      } else {
        tokens.append(lift + UInt32(line[index]))
        index += 1
      }
    }
    return tokens
  }

  /// CESU-8: a character past U+FFFF as two surrogates of three bytes each.
  private static func surrogatePair(in line: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= line.count, line[index] == 0xED, line[index + 3] == 0xED else { return nil }
    guard (0xA0...0xAF).contains(line[index + 1]), (0xB0...0xBF).contains(line[index + 4]) else { return nil }
    guard line[index + 2] & 0xC0 == 0x80, line[index + 5] & 0xC0 == 0x80 else { return nil }
    let high = UInt32(line[index + 1] & 0x0F) << 6 | UInt32(line[index + 2] & 0x3F)
    let low = UInt32(line[index + 4] & 0x0F) << 6 | UInt32(line[index + 5] & 0x3F)
    return 0x1_0000 + high << 10 + low
  }
}
