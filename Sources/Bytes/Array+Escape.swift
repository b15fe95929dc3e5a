// Escaping happens here and nowhere else: clean runs are copied whole between the characters that need care.

extension [UInt8] {
  /// Appends text for HTML content or a double-quoted attribute: `&`, `<`, `>`, `"` and `'` are escaped.
  @inlinable
  public mutating func append(htmlEscaping bytes: Span<UInt8>) {
    var clean = 0
    for index in bytes.indices {
      let entity: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(run: clean..<index, of: bytes)
      append(entity)
      clean = index + 1
    }
    append(run: clean..<bytes.count, of: bytes)
  }

  /// Appends text as a JSON string with its quotes; the output is valid inside a `<script>` too.
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case UInt8(ascii: "<"): append("\\u003c")
      case 0..<0x20, 0x7F: append(controlEscape: byte)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(controlEscape byte: UInt8) {
    let digits: StaticString = "0123456789abcdef"
    append("\\u00")
    append(digits.utf8Start[Int(byte >> 4)])
    append(digits.utf8Start[Int(byte & 15)])
  }
}
