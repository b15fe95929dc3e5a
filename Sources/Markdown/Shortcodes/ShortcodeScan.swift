/// Finds the tags of shortcodes in a text, leaving out fenced code, code spans and comments.
struct ShortcodeScan {
  private let text: [UInt8]
  private var offset = 0
  private var fence: (byte: UInt8, count: Int)?
  private var tags: [ShortcodeTag] = []

  static func tags(
    in text: [UInt8], noting findings: inout [(finding: MarkdownFinding, range: Range<Int>)]
  ) -> [ShortcodeTag] {
    var scan = ShortcodeScan(text: text)
    while scan.offset < text.count { scan.readLine(&findings) }
    return scan.tags
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func readLine(_ findings: inout [(finding: MarkdownFinding, range: Range<Int>)]) {
    let end = text[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
    if takesFence(text[offset..<end]) || fence != nil {
      offset = end
      return
    }
    while offset < end { step(&findings) }
  }

  /// Reads one thing of running text: a code span, a comment, a tag or a byte.
  private mutating func step(_ findings: inout [(finding: MarkdownFinding, range: Range<Int>)]) {
    switch text[offset] {
    case UInt8(ascii: "\\"): offset += 2
    case UInt8(ascii: "`"): skipCode()
    case UInt8(ascii: "<"): if !skipComment() { offset += 1 }
    case UInt8(ascii: "{") where ShortcodeTag.starts(in: text, at: offset): readTag(&findings)
    default: offset += 1
    }
  }

  private mutating func readTag(_ findings: inout [(finding: MarkdownFinding, range: Range<Int>)]) {
    let window = Array(text[offset..<min(text.count, offset + 4096)])
    if let escaped = ShortcodeTag.unescaped(window) {
      offset += escaped.count
    } else if let tag = ShortcodeTag(in: text, at: offset) {
      tags.append(tag)
      offset = tag.range.upperBound
    } else {
      findings.append((.malformedShortcode, offset..<offset + 3))
      offset += 3
    }
  }

  /// Opens or closes a fence, if the line is one's.
  private mutating func takesFence(_ line: ArraySlice<UInt8>) -> Bool {
    var scanner = Scanner(line)
    _ = scanner.take { isSpace($0) || $0 == UInt8(ascii: ">") }
    if fence == nil, let bullet = scanner.bytes.first, "-*+".utf8.contains(bullet) {
      _ = scanner.run(of: bullet)
    }
    _ = scanner.take { isSpace($0) || $0 == UInt8(ascii: ">") }
    guard let byte = scanner.bytes.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return false
    }
    let count = scanner.run(of: byte)
    if let open = fence {
      if open.byte == byte, count >= open.count, scanner.isBlank { fence = nil }
      return true
    }
    guard count >= 3, byte == UInt8(ascii: "~") || !scanner.bytes.contains(byte) else { return false }
    fence = (byte, count)
    return true
  }

  /// Skips a code span, if its backticks are closed before a blank line.
  private mutating func skipCode() {
    let start = offset
    while offset < text.count, text[offset] == UInt8(ascii: "`") { offset += 1 }
    let count = offset - start
    var index = offset
    while index < text.count {
      if text[index] == UInt8(ascii: "\n"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") {
        return
      }
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
      if index - run == count {
        offset = index
        return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    guard text[offset...].starts(with: "<!--".utf8) else { return false }
    var index = offset + 4
    while index + 2 < text.count {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] == UInt8(ascii: ">")
      {
        offset = index + 3
        return true
      }
      index += 1
    }
    return false
  }
}
