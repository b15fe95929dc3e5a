// Escaping for XML, which knows no control characters, not even as references.

extension ByteSink where Self: ~Copyable {
  /// Appends text for XML content or an attribute; control characters that XML cannot hold are left out.
  public mutating func append(xmlText text: String) {
    var text = text
    text.withUTF8 { append(xmlText: $0) }
  }

  /// Appends UTF-8 for XML content or an attribute.
  public mutating func append(xmlText bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(xmlText: $0) }
  }

  private mutating func append(xmlText bytes: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    var index = -1
    while let next = bytes.next(from: index + 1, where: { $0.areMarkup | $0.are(below: 0x20) | $0.are(0xEF) })
    {
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
        append(UnsafeBufferPointer(rebasing: bytes[clean..<index]))
        clean = index + 3
        continue
      default: continue
      }
      if clean < index { append(UnsafeBufferPointer(rebasing: bytes[clean..<index])) }
      append(replacement)
      clean = index + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[clean...]))
  }
}
