/// One shortcode of a text with what it encloses.
struct ShortcodeUse {
  let tag: ShortcodeTag
  /// Where its closing tag stands.
  var closing: Range<Int>?

  var range: Range<Int> { tag.range }
  var end: Int { closing?.upperBound ?? tag.range.upperBound }

  /// Whether nothing follows it on its last line.
  func standsAlone(in text: [UInt8]) -> Bool {
    var index = end
    while index < text.count, text[index] != UInt8(ascii: "\n") {
      if !isSpace(text[index]) { return false }
      index += 1
    }
    return true
  }

  /// The shortcode with its inner text, from whose lines the columns of its container are taken away.
  func shortcode(in text: [UInt8], indentedBy columns: Int) -> Shortcode {
    var shortcode = tag.shortcode
    guard let closing else { return shortcode }
    let inner = text[tag.range.upperBound..<closing.lowerBound]
    shortcode.inner = String(
      decoding: columns == 0 ? inner : Self.dedented(inner, by: columns), as: UTF8.self)
    return shortcode
  }

  private static func dedented(_ bytes: ArraySlice<UInt8>, by columns: Int) -> ArraySlice<UInt8> {
    var out: ArraySlice<UInt8> = []
    var column = columns
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        column = 0
        out.append(byte)
      } else if column < columns,
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\t")
      {
        column += byte == UInt8(ascii: "\t") ? 4 : 1
      } else {
        column = columns
        out.append(byte)
      }
    }
    return out
  }
}
