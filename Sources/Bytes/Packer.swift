/// Writes values one after the other into a compact run of bytes that only this program reads.
///
///     var packer = Packer()
///     packer.add(12)
///     packer.add("talos")             // `Unpacker` reads them in the same order
public struct Packer: Sendable {
  public var bytes: [UInt8] = []

  public init() {}

  /// Small numbers take one byte.
  @inlinable
  public mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A digest or a key: eight bytes, whatever it is.
  @inlinable
  public mutating func add(fixed number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  @inlinable
  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  @inlinable
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  /// What is nil takes one byte.
  @inlinable
  public mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  @inlinable
  public mutating func add(_ number: Int?) {
    add(number != nil)
    if let number { add(number) }
  }

  public mutating func add(_ run: [UInt8]) {
    add(run.count)
    bytes += run
  }

  /// Many digests at once, as they lie in memory.
  public mutating func add(words: [UInt64]) {
    add(words.count)
    words.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Many short keys at once.
  public mutating func add(shorts: [UInt32]) {
    add(shorts.count)
    shorts.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// What somebody writes, with its length before it in four bytes, so that it can be passed over.
  @inlinable
  public mutating func add(_ write: (inout Packer) -> Void) {
    let start = bytes.count
    for _ in 0..<Self.lengthSize { bytes.append(0) }
    write(&self)
    let count = UInt32(truncatingIfNeeded: bytes.count - start - Self.lengthSize)
    for place in 0..<Self.lengthSize {
      bytes[start + place] = UInt8(truncatingIfNeeded: count >> (8 * place))
    }
  }

  /// How many bytes tell a length.
  @usableFromInline static let lengthSize = 4

  /// What another packer wrote, as it is.
  public mutating func add(packed run: ArraySlice<UInt8>) { bytes += run }

  public mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}
