// What the lines after an opening `---` look like: this tells front matter from a thematic break.

extension Block {
  /// What was seen of the lines after the opening one.
  struct Shape {
    private var isFirst = true
    /// The line right after the opening one is blank or a comment, as it is in a text that begins with a break.
    private var isDoubtful = false
    private var hasText = false
    private var hasKey = false
    /// The line right after the opening one reads as `key: value`.
    private(set) var beginsWithKey = false
    /// No line was seen that only the body of a file can hold.
    private(set) var canBeFrontMatter = true

    /// Judges a block whose closing line was found.
    var isFrontMatter: Bool { canBeFrontMatter && (!isDoubtful || hasKey || !hasText) }

    mutating func take(_ line: Range<Int>, in bytes: Span<UInt8>) {
      defer { isFirst = false }
      guard isFirst || isDoubtful else { return }
      let text = bytes.trimmed(line)
      let isKey = Self.key(in: text, of: bytes)
      if isFirst {
        isDoubtful = text.isEmpty || bytes[text.lowerBound] == UInt8(ascii: "#")
        beginsWithKey = isKey
      }
      guard isDoubtful, !text.isEmpty else { return }
      hasText = true
      hasKey = hasKey || isKey
      if text.lowerBound == line.lowerBound {
        canBeFrontMatter = isKey || Self.belongsToMap(text, in: bytes)
      }
    }

    /// Tells whether a line reads as `key:` or `key: value`, with a key of one word, quoted or not.
    static func key(in text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
      var index = text.lowerBound
      while index < text.upperBound, isKeyByte(bytes[index]) { index += 1 }
      guard index > text.lowerBound, index < text.upperBound, bytes[index] == UInt8(ascii: ":") else {
        return false
      }
      return index + 1 == text.upperBound || bytes[index + 1].isBlank
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    /// Comments, list items and closing brackets stand at the margin of a map too.
    private static func belongsToMap(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
      switch bytes[text.lowerBound] {
      case UInt8(ascii: "#"), UInt8(ascii: "]"), UInt8(ascii: "}"): true
      case UInt8(ascii: "-"): text.count == 1 || bytes[text.lowerBound + 1].isBlank
      default: false
      }
    }
  }
}
