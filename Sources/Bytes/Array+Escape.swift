// Escaping happens here and nowhere else: clean runs are copied whole between the characters that need care.

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

extension [UInt8] {
  /// Appends text for HTML content as CommonMark's renderers do: `&`, `<`, `>` and `"` are escaped, `'` is not.
  ///
  /// Works on a pointer, because this is where most of a page's bytes pass.
  @inlinable
  public mutating func append(htmlText bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { source in
      var clean = 0
      for index in source.indices {
        let byte = source[index]
        guard byte <= UInt8(ascii: ">") else { continue }
        let entity: StaticString
        switch byte {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        default: continue
        }
        if clean < index { append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<index])) }
        append(entity)
        clean = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[clean...]))
    }
  }

  /// Appends a URL as the value of an attribute: what is neither safe nor reserved in a URL is percent-encoded.
  public mutating func append(href bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { source in
      var clean = 0
      for index in source.indices {
        // Small letters are most of it, and told by one comparison.
        if source[index] &- UInt8(ascii: "a") < 26 || Self.isPlain(inURL: source[index]) { continue }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<index]))
        append(hrefEscape: source[index])
        clean = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[clean...]))
    }
  }

  @inline(__always)
  private static func isPlain(inURL byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
      UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private mutating func append(hrefEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "'"): append("&#x27;")
    default: append(percentEncoding: byte)
    }
  }
}
