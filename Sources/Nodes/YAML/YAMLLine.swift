/// One line of a YAML text that could not be read.
struct YAMLLine {
  /// Without its end.
  let range: Range<Int>
  /// Where its key or text begins: behind the indentation and the dashes of list items.
  let content: Int
  /// How many spaces and tabs it begins with.
  let indent: Int

  init(_ range: Range<Int>, in bytes: Span<UInt8>) {
    self.range = range
    var index = range.lowerBound
    while index < range.upperBound, Self.isBlank(bytes[index]) { index += 1 }
    indent = index - range.lowerBound
    while index + 1 < range.upperBound, bytes[index] == UInt8(ascii: "-"), Self.isBlank(bytes[index + 1]) {
      index += 2
    }
    content = index
  }

  /// The first colon with a space or nothing behind it.
  func looseColon(in bytes: Span<UInt8>) -> Int? {
    (content..<range.upperBound).first { index in
      bytes[index] == UInt8(ascii: ":")
        && (index + 1 == range.upperBound || Self.isBlank(bytes[index + 1]))
    }
  }

  /// The first colon with text right behind it, after what looks like a key.
  func tightColon(in bytes: Span<UInt8>) -> Int? {
    var index = content
    while index < range.upperBound, Self.isKeyByte(bytes[index]) { index += 1 }
    let isTight =
      index > content && index + 1 < range.upperBound && bytes[index] == UInt8(ascii: ":")
      && !Self.isBlank(bytes[index + 1]) && bytes[index + 1] != UInt8(ascii: "/")
    return isTight ? index : nil
  }

  /// The quote or bracket that ends right before an offset, spaces apart.
  func closing(before offset: Int, in bytes: Span<UInt8>) -> Character? {
    var index = offset - 1
    while index > content, Self.isBlank(bytes[index]) { index -= 1 }
    switch index >= content ? bytes[index] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "'"): return "'"
    case UInt8(ascii: "]"): return "]"
    case UInt8(ascii: "}"): return "}"
    default: return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF: true
    default: false
    }
  }
}
