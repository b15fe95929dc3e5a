// Escaping for JSON: clean runs are copied whole between the characters that need care.

extension ByteSink where Self: ~Copyable {
  /// Appends text as a JSON string with its quotes; the output is valid inside a `<script>` too.
  public mutating func append(jsonString text: String) {
    var text = text
    text.withUTF8 { append(jsonString: $0) }
  }

  /// Appends UTF-8 as a JSON string.
  public mutating func append(jsonString bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(jsonString: $0) }
  }

  private mutating func append(jsonString bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var clean = 0
    while let sign = bytes.next(from: clean, where: Self.areEscaped(inJSON:)) {
      append(UnsafeBufferPointer(rebasing: bytes[clean..<sign]))
      append(jsonEscape: bytes[sign])
      clean = sign + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[clean...]))
    append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func areEscaped(inJSON bytes: SixteenBytes) -> UInt16 {
    bytes.are(below: 0x20) | bytes.are(UInt8(ascii: "\"")) | bytes.are(UInt8(ascii: "\\"))
      | bytes.are(UInt8(ascii: "<")) | bytes.are(0x7F)
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
