// Escaping as Jinja's MarkupSafe writes it, for templates that must print byte for byte what Jinja prints.

extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` escaped as `&amp;`, `&lt;`, `&gt;`, `&#34;` and `&#39;`.
  @inlinable
  public mutating func append(markupEscaping bytes: UnsafeBufferPointer<UInt8>) {
    bytes.escapingMarkup { append(contentsOf: $0) }
  }

  /// Whether none of eight bytes needs escaping; looked at as one number, since most text is plain.
  @inlinable
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // `&` and `'` differ in one bit, `<` and `>` in another.
    let ampersands = (eight | ones) ^ (ones &* UInt64(UInt8(ascii: "'")))
    let angles = (eight | (ones << 1)) ^ (ones &* UInt64(UInt8(ascii: ">")))
    let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
    return (holdsZero(ampersands) | holdsZero(angles) | holdsZero(quotes)) == 0
  }

  /// A one in each byte.
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Not zero when one of the eight bytes is.
  @inlinable
  @inline(__always)
  static func holdsZero(_ eight: UInt64) -> UInt64 { (eight &- ones) & ~eight & (ones << 7) }

  @inlinable
  @inline(__always)
  static func entity(of byte: UInt8) -> StaticString? {
    // All five stand below `?`, where few letters do.
    guard byte <= UInt8(ascii: ">") else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&#34;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return nil
    }
  }

  /// Appends a string escaped the same way.
  @inlinable
  public mutating func append(markupEscaping text: String) {
    var text = text
    text.withUTF8 { append(markupEscaping: $0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Hands over the runs that need no escaping, and the entities between them.
  @inlinable
  @inline(__always)
  public func escapingMarkup(_ write: (UnsafeBufferPointer<UInt8>) -> Void) {
    var clean = 0
    var index = 0
    while index < count {
      if index + 8 <= count, [UInt8].isPlain(self, at: index) {
        index += 8
        continue
      }
      let end = Swift.min(index + 8, count)
      while index < end {
        if let entity = [UInt8].entity(of: self[index]) {
          write(UnsafeBufferPointer(rebasing: self[clean..<index]))
          write(UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
          clean = index + 1
        }
        index += 1
      }
    }
    write(UnsafeBufferPointer(rebasing: self[clean...]))
  }
}

extension String {
  /// The string with HTML's special characters escaped as Jinja does.
  public var markupEscaped: String {
    var out: [UInt8] = []
    out.append(markupEscaping: self)
    return String(decoding: out, as: UTF8.self)
  }
}
