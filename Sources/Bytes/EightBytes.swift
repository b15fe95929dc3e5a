/// Eight bytes of a text, asked one question at once.
///
/// An answer has the highest bit set of each byte that it is true of, and no other bit:
///
///     EightBytes("a\nb c d\0").are(below: 0x21)   // 00 80 00 80 00 80 00 80
///
/// Most of a text is nothing that anybody looks for; told byte by byte that takes ten instructions each, so two.
public struct EightBytes {
  @usableFromInline let bytes: UInt64

  /// Reads eight bytes from a place on; there must be as many.
  @inlinable
  @inline(__always)
  public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inlinable
  @inline(__always)
  init(bytes: UInt64) { self.bytes = bytes }

  /// A one in each byte.
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highest: UInt64 { ones << 7 }
  @inlinable static var others: UInt64 { ~highest }

  /// Those that are a limit, 128 at most, or more.
  @inlinable
  @inline(__always)
  public func are(from limit: UInt8) -> UInt64 {
    // No sum of two numbers of seven bits reaches the next byte.
    ((bytes & Self.others) &+ Self.ones &* UInt64(0x80 &- limit) | bytes) & Self.highest
  }

  /// Those that are less than a limit, 128 at most.
  @inlinable
  @inline(__always)
  public func are(below limit: UInt8) -> UInt64 { ~are(from: limit) & Self.highest }

  /// Those in a range of ASCII.
  @inlinable
  @inline(__always)
  public func are(in range: ClosedRange<UInt8>) -> UInt64 {
    are(from: range.lowerBound) & ~are(from: range.upperBound &+ 1)
  }

  /// Those that are a byte.
  @inlinable
  @inline(__always)
  public func are(_ byte: UInt8) -> UInt64 {
    let rest = bytes ^ Self.ones &* UInt64(byte)
    return ~((rest & Self.others) &+ Self.others | rest) & Self.highest
  }

  /// The same bytes with the bit set that makes letters lower case.
  @inlinable
  @inline(__always)
  public var lowered: EightBytes { setting(0x20) }

  /// Those that markup escapes: `&`, `'`, `<`, `>` and `"`.
  @inlinable
  @inline(__always)
  public var areMarkup: UInt64 {
    // `&` and `'` differ in one bit, `<` and `>` in another.
    setting(1).are(UInt8(ascii: "'")) | setting(2).are(UInt8(ascii: ">")) | are(UInt8(ascii: "\""))
  }

  /// The same bytes with some bits set in each.
  @inlinable
  @inline(__always)
  func setting(_ bits: UInt8) -> EightBytes { EightBytes(bytes: bytes | Self.ones &* UInt64(bits)) }

  /// Where the first of an answer stands; eight when it is true of none.
  @inlinable
  @inline(__always)
  public static func first(of answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }
}
