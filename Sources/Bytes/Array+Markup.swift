// Escaping as Jinja's MarkupSafe writes it, for templates that must print byte for byte what Jinja prints.

extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, `"` and `'` escaped as `&amp;`, `&lt;`, `&gt;`, `&#34;` and `&#39;`.
  @inlinable
  public mutating func append(markupEscaping bytes: UnsafeBufferPointer<UInt8>) {
    bytes.escapingMarkup { append(contentsOf: $0) }
  }

  @inlinable
  @inline(__always)
  static func entity(of byte: UInt8) -> StaticString? {
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
    while let sign = next(from: index, where: { $0.areMarkup }) {
      index = sign + 1
      guard let entity = [UInt8].entity(of: self[sign]) else { continue }
      write(UnsafeBufferPointer(rebasing: self[clean..<sign]))
      write(UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      clean = index
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
