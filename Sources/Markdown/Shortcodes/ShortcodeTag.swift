/// One tag of a shortcode: `{{< name … >}}`, `{{% name … %}}`, `{{< /name >}}` or `{{< name … />}}`.
struct ShortcodeTag {
  /// Where it stands in the text, with its brackets.
  let range: Range<Int>
  var shortcode: Shortcode
  var isClosing = false
  var isSelfClosed = false
  var hasMixedArguments: Bool { !shortcode.positional.isEmpty && !shortcode.named.isEmpty }

  /// Reads the tag that starts at an offset; nil when it is not one, or never ends.
  init?(in text: [UInt8], at start: Int) {
    guard start + 3 <= text.count else { return nil }
    let limit = min(text.count, start + Self.longest)
    let bracket = text[start + 2]
    var reader = Reader(
      limit: limit, text: text, offset: start + 3,
      close: bracket == UInt8(ascii: "<") ? UInt8(ascii: ">") : bracket)
    reader.skipSpaces()
    let isClosing = reader.take(UInt8(ascii: "/"))
    reader.skipSpaces()
    let name = reader.name()
    guard !name.isEmpty else { return nil }
    var shortcode = Shortcode(name: name, form: bracket == UInt8(ascii: "<") ? .literal : .markdown)
    guard let isSelfClosed = reader.arguments(into: &shortcode) else { return nil }
    range = start..<reader.offset
    self.shortcode = shortcode
    self.isClosing = isClosing
    self.isSelfClosed = isSelfClosed
  }

  /// No tag is longer; an opening bracket further away from its end is text.
  static let longest = 4096

  /// Whether a tag may start at an offset.
  static func starts(in text: [UInt8], at offset: Int) -> Bool {
    offset + 2 < text.count && text[offset] == UInt8(ascii: "{") && text[offset + 1] == UInt8(ascii: "{")
      && (text[offset + 2] == UInt8(ascii: "<") || text[offset + 2] == UInt8(ascii: "%"))
  }

  /// The text meant by an escaped tag, `{{</* … */>}}`, that starts at the first byte, and how long the escape is.
  static func unescaped(_ bytes: [UInt8]) -> (text: [UInt8], count: Int)? {
    guard bytes.count > 9, starts(in: bytes, at: 0), bytes[3] == UInt8(ascii: "/"),
      bytes[4] == UInt8(ascii: "*")
    else { return nil }
    let close = bytes[2] == UInt8(ascii: "<") ? UInt8(ascii: ">") : bytes[2]
    let end: [UInt8] = [UInt8(ascii: "*"), UInt8(ascii: "/"), close, UInt8(ascii: "}"), UInt8(ascii: "}")]
    var index = 5
    while index + 5 <= bytes.count {
      if bytes[index..<index + 5].elementsEqual(end) {
        return (
          Array(bytes[0..<3] + bytes[5..<index] + [close, UInt8(ascii: "}"), UInt8(ascii: "}")]), index + 5
        )
      }
      index += 1
    }
    return nil
  }
}

/// Reads the inside of a tag.
private struct Reader {
  /// Where the tag must have ended.
  let limit: Int
  let text: [UInt8]
  var offset: Int
  /// The byte before `}}` at the end.
  let close: UInt8

  mutating func skipSpaces() {
    while offset < limit, isSpace(text[offset]) { offset += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard offset < limit, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func name() -> String {
    let start = offset
    while offset < limit,
      Scanner.isWord(text[offset]) || text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: "/"),
      !isEnd
    {
      offset += 1
    }
    return String(decoding: text[start..<offset], as: UTF8.self)
  }

  private var isEnd: Bool {
    offset + 2 < limit && text[offset] == close && text[offset + 1] == UInt8(ascii: "}")
      && text[offset + 2] == UInt8(ascii: "}")
  }

  /// Reads up to the end of the tag; answers whether it closes itself, nil when it does not end.
  mutating func arguments(into shortcode: inout Shortcode) -> Bool? {
    while true {
      skipSpaces()
      guard offset < limit else { return nil }
      if isEnd {
        offset += 3
        return false
      }
      if text[offset] == UInt8(ascii: "/"), offset + 3 < limit, text[offset + 1] == close,
        text[offset + 2] == UInt8(ascii: "}")
      {
        offset += 4
        return true
      }
      guard let first = value() else { return nil }
      if !first.isQuoted, take(UInt8(ascii: "=")) {
        guard let second = value() else { return nil }
        shortcode.named.append((first.text, second.text))
      } else {
        shortcode.positional.append(first.text)
      }
    }
  }

  /// Reads a word, a quoted text with `\"` in it, or a raw text between backticks.
  private mutating func value() -> (text: String, isQuoted: Bool)? {
    let first = text[offset]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "`") {
      offset += 1
      var bytes: [UInt8] = []
      while offset < limit, text[offset] != first {
        if first == UInt8(ascii: "\""), text[offset] == UInt8(ascii: "\\"), offset + 1 < limit {
          offset += 1
        }
        bytes.append(text[offset])
        offset += 1
      }
      return take(first) ? (String(decoding: bytes, as: UTF8.self), true) : nil
    }
    if ShortcodeTag.starts(in: text, at: offset) { return nil }
    let start = offset
    while offset < limit, !isSpace(text[offset]), text[offset] != UInt8(ascii: "="), !isEnd {
      offset += 1
    }
    return offset > start ? (String(decoding: text[start..<offset], as: UTF8.self), false) : nil
  }
}
