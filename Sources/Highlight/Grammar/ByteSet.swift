/// A set of bytes, the alphabet's unit in a pattern.
struct ByteSet: Hashable, Sendable {
  private var words: SIMD4<UInt64> = .zero

  init() {}

  init(_ byte: UInt8) { insert(byte) }

  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  /// All bytes but the line feed.
  static let notLineFeed = ByteSet(UInt8(ascii: "\n")).inverted

  static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))

  static let blanks = ByteSet(UInt8(ascii: " "))
    .union(ByteSet(UInt8(ascii: "\t")...UInt8(ascii: "\r")))

  /// Letters, digits, the underscore and every byte of a character beyond ASCII.
  static let wordBytes = ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
    .union(ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
    .union(digits).union(ByteSet(UInt8(ascii: "_"))).union(ByteSet(0x80...0xFF))

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  func union(_ other: ByteSet) -> ByteSet {
    var union = self
    union.words |= other.words
    return union
  }

  var inverted: ByteSet {
    var inverted = self
    inverted.words = ~words
    return inverted
  }

  /// The set with the other letter case of each of its letters.
  var ignoringCase: ByteSet {
    var folded = self
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      if contains(letter) { folded.insert(letter - 32) }
      if contains(letter - 32) { folded.insert(letter) }
    }
    return folded
  }
}
