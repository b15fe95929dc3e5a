import CVectors

/// Sixteen bytes of a text, asked one question at once.
///
/// An answer has a bit for each byte, the lowest for the first:
///
///     SixteenBytes(text, at: 0).are(below: 0x21)   // 0b1010_1000_… for "a\nb c d …", read from its end
///
/// Most of a text is nothing that anybody looks for; told byte by byte that takes five to ten instructions each, so one.
public struct SixteenBytes {
  @usableFromInline let bytes: SIMD16<UInt8>

  /// How many bytes are asked at once.
  @inlinable public static var count: Int { 16 }

  /// Reads sixteen bytes from a place on; there must be as many.
  @inlinable
  @inline(__always)
  public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
  }

  @inlinable
  @inline(__always)
  init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// Those that are a byte.
  @inlinable
  @inline(__always)
  public func are(_ byte: UInt8) -> UInt16 { sitegen_are(bytes, byte) }

  /// Those that are a limit or more.
  @inlinable
  @inline(__always)
  public func are(from limit: UInt8) -> UInt16 { sitegen_are_from(bytes, limit) }

  /// Those that are less than a limit.
  @inlinable
  @inline(__always)
  public func are(below limit: UInt8) -> UInt16 { ~are(from: limit) }

  /// Those in a range.
  @inlinable
  @inline(__always)
  public func are(in range: ClosedRange<UInt8>) -> UInt16 {
    sitegen_are_in(bytes, range.lowerBound, range.upperBound)
  }

  /// The same bytes with the bit set that makes letters lower case.
  @inlinable
  @inline(__always)
  public var lowered: SixteenBytes { setting(0x20) }

  /// Those that markup escapes: `&`, `'`, `<`, `>` and `"`.
  @inlinable
  @inline(__always)
  public var areMarkup: UInt16 {
    // `&` and `'` differ in one bit, `<` and `>` in another.
    setting(1).are(UInt8(ascii: "'")) | setting(2).are(UInt8(ascii: ">")) | are(UInt8(ascii: "\""))
  }

  /// The same bytes with some bits set in each.
  @inlinable
  @inline(__always)
  func setting(_ bits: UInt8) -> SixteenBytes { SixteenBytes(bytes: bytes | SIMD16(repeating: bits)) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The next place of a byte of which a question is true.
  ///
  ///     text.next { $0.are(UInt8(ascii: "&")) | $0.are(UInt8(ascii: "<")) }
  @inlinable
  @inline(__always)
  public func next(from start: Int = 0, where ask: (SixteenBytes) -> UInt16) -> Int? {
    var index = start
    while index &+ SixteenBytes.count <= count {
      let answers = ask(SixteenBytes(self, at: index))
      if answers != 0 { return index &+ answers.trailingZeroBitCount }
      index &+= SixteenBytes.count
    }
    guard index < count else { return nil }
    // The last few bytes: with some before them that were asked already, or with nothing behind them.
    let asked = UInt16(truncatingIfNeeded: SixteenBytes.count &- (count &- index))
    let isShort = count < SixteenBytes.count
    let answers = ask(isShort ? padded(from: index) : SixteenBytes(self, at: count &- SixteenBytes.count))
    let rest = (isShort ? answers : answers &>> asked) &<< asked
    return rest == 0 ? nil : count &- SixteenBytes.count &+ rest.trailingZeroBitCount
  }

  @inlinable
  @inline(__always)
  func padded(from index: Int) -> SixteenBytes {
    var bytes = SIMD16<UInt8>(repeating: 0)
    let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: self[index...]))
    withUnsafeMutableBytes(of: &bytes) { $0.copyMemory(from: rest) }
    return SixteenBytes(bytes: bytes)
  }
}
