// Escaping as Jinja's MarkupSafe writes it, for templates that must print byte for byte what Jinja prints.

extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` escaped as `&amp;`, `&lt;`, `&gt;`, `&#34;` and `&#39;`.
  @inlinable
  public mutating func append(markupEscaping bytes: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // All five stand below `?`, where few letters do.
      guard byte <= UInt8(ascii: ">") else { continue }
      let entity: StaticString
      switch byte {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&#34;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
      append(entity)
      clean = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
  }

  /// Appends a string escaped the same way.
  @inlinable
  public mutating func append(markupEscaping text: String) {
    var text = text
    text.withUTF8 { append(markupEscaping: $0) }
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
