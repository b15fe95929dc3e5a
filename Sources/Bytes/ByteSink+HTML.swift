// Escaping for HTML: clean runs are copied whole between the characters that need care.

extension ByteSink where Self: ~Copyable {
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
        if clean < index { append(UnsafeBufferPointer(rebasing: source[clean..<index])) }
        append(entity)
        clean = index + 1
      }
      append(UnsafeBufferPointer(rebasing: source[clean...]))
    }
  }

  /// Appends a URL as the value of an attribute: what is neither safe nor reserved in a URL is percent-encoded.
  @inlinable
  public mutating func append(href bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { source in
      var clean = 0
      for index in source.indices {
        // Small letters are most of it, and told by one comparison.
        if source[index] &- UInt8(ascii: "a") < 26 || Self.isPlain(inURL: source[index]) { continue }
        append(UnsafeBufferPointer(rebasing: source[clean..<index]))
        append(hrefEscape: source[index])
        clean = index + 1
      }
      append(UnsafeBufferPointer(rebasing: source[clean...]))
    }
  }

  @inlinable
  @inline(__always)
  static func isPlain(inURL byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
      UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  @inlinable
  mutating func append(hrefEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "'"): append("&#x27;")
    default: append(percentEncoding: byte)
    }
  }

  /// Appends one byte as `%C3`.
  @inlinable
  mutating func append(percentEncoding byte: UInt8) {
    let digits: StaticString = "0123456789ABCDEF"
    append(UInt8(ascii: "%"))
    append(digits.utf8Start[Int(byte >> 4)])
    append(digits.utf8Start[Int(byte & 15)])
  }
}
