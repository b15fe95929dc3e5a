/// The name of a tag or of an attribute in small letters, as two numbers, because each is compared with a dozen others.
///
/// Of a name longer than sixteen bytes only the beginning is known; it equals none that anybody asks for.
struct MarkupName: Equatable, ExpressibleByStringLiteral {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  @inline(__always)
  init(stringLiteral literal: StaticString) {
    for place in 0..<literal.utf8CodeUnitCount { set(literal.utf8Start[place], at: place) }
  }

  init(_ html: Span<UInt8>, _ range: Range<Int>) {
    for place in 0..<min(range.count, 16) {
      let byte = html[range.lowerBound + place]
      set(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte, at: place)
    }
    if range.count > 16 { tail = .max }
  }

  /// The first byte; 0 of an empty name.
  var first: UInt8 { UInt8(truncatingIfNeeded: head) }

  /// Whether it names what is done on an event: `onclick`.
  var isHandler: Bool { head & 0xFFFF == MarkupName("on").head }

  @inline(__always)
  private mutating func set(_ byte: UInt8, at place: Int) {
    let bits = UInt64(byte) << UInt64((place & 7) * 8)
    if place < 8 { head |= bits } else { tail |= bits }
  }
}
