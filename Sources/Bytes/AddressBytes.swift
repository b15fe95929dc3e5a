/// The bytes that stand for themselves in one part of an address (RFC 3986); all others are written as `%C3%B1`.
public struct AddressBytes: Sendable {
  /// One bit for each byte of ASCII; bytes beyond it never stand for themselves.
  private let low: UInt64
  private let high: UInt64

  private init(_ bytes: some Sequence<UInt8>) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for byte in bytes where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    self.low = low
    self.high = high
  }

  /// Letters, digits and `-._~`: safe in every part.
  public static let unreserved = AddressBytes(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
  /// The same and slashes: for a path whose readers agree on nothing else.
  public static let strictPath = unreserved.and("/")
  /// What a path may hold between its slashes, and the slashes.
  public static let path = unreserved.and("/!$&'()*+,;=:@")
  /// What a whole address may hold: nothing that means something in it is taken for text.
  public static let address = path.and("?#[]%")

  /// The same bytes and some more.
  public func and(_ more: StaticString) -> AddressBytes {
    AddressBytes((0..<0x80).lazy.filter(contains) + Array("\(more)".utf8))
  }

  /// Tells whether a byte stands for itself.
  public func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 0x80 && high >> UInt64(byte - 64) & 1 == 1
  }
}
