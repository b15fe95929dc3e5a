// Escaping happens here and in `ByteSink+HTML` and nowhere else: clean runs are copied whole between the characters that need care.

extension [UInt8] {
  /// Appends text as a JSON string with its quotes; the output is valid inside a `<script>` too.
  public mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var clean = 0
      for index in source.indices where Self.isEscaped(inJSON: source[index]) {
        append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<index]))
        append(jsonEscape: source[index])
        clean = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[clean...]))
    }
    append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func isEscaped(inJSON byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == 0x7F
  }

  private mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case UInt8(ascii: "<"): append("\\u003c")
    default: append(controlEscape: byte)
    }
  }

  private mutating func append(controlEscape byte: UInt8) {
    let digits: StaticString = "0123456789abcdef"
    append("\\u00")
    append(digits.utf8Start[Int(byte >> 4)])
    append(digits.utf8Start[Int(byte & 15)])
  }
}
