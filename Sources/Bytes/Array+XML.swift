// Escaping for XML, which knows no control characters, not even as references.

extension [UInt8] {
  /// Appends text for XML content or an attribute; control characters that XML cannot hold are left out.
  public mutating func append(xmlText bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(xmlText: $0) }
  }

  private mutating func append(xmlText bytes: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    var index = -1
    while let next = Self.nextSign(inXML: bytes, from: index + 1) {
      index = next
      let replacement: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0...0x08, 0x0B, 0x0C, 0x0E...0x1F: replacement = ""
      // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
      case 0xEF
      where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        clean = index + 3
        continue
      default: continue
      }
      if clean < index { append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index])) }
      append(replacement)
      clean = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
  }

  /// The next byte that may need care; most text has few, and is looked at eight bytes at a time.
  @inline(__always)
  private static func nextSign(inXML bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if index + 8 <= bytes.count, isPlain(inXML: bytes, at: index) {
        index += 8
        continue
      }
      for place in index..<Swift.min(index + 8, bytes.count) {
        let byte = bytes[place]
        if byte <= UInt8(ascii: ">") && byte != UInt8(ascii: " ") || byte == 0xEF { return place }
      }
      index += 8
    }
    return nil
  }

  /// Whether none of eight bytes needs care, for certain.
  @inline(__always)
  private static func isPlain(inXML bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let controls = (eight &- ones &* 0x20) & ~eight & (ones << 7)
    return controls | holdsZero(eight ^ (ones &* 0xEF)) == 0 && isPlain(bytes, at: index)
  }

  /// Appends text for XML content or an attribute.
  public mutating func append(xmlText text: String) {
    var text = text
    text.withUTF8 { append(xmlText: $0) }
  }
}
