/// Finds the line of a body that says its title: a plain first line, or the first heading of level one.
///
/// It knows just enough Markdown not to be fooled: fenced and indented code, HTML blocks and comments, and the
/// shortcodes that hold code hide what looks like a heading in them. A heading inside a quote or a list is not the
/// page's.
struct TitleScanner {
  /// A line or heading that says a title.
  struct Find: Equatable {
    let text: String
    /// All its lines with their ends, to be left out of the body.
    let range: Range<Int>
  }

  private var lines: Lines
  /// Where the paragraph that the last line belongs to begins; nil between paragraphs.
  private var paragraph: Range<Int>?
  private var enclosure: Enclosure?

  /// Something that hides headings until a line ends it.
  enum Enclosure {
    case fence(UInt8, count: Int)
    case comment
    /// `<pre>`, `<script>`, `<style>` or `<textarea>`: up to the closing tag.
    case element(StaticString)
    /// An HTML block of another element: up to a blank line.
    case block
    /// `{{< highlight >}}` or `{% highlight %}`: up to its closing tag.
    case shortcode
  }

  /// The first heading of level one outside code, comments and HTML.
  static func heading(in bytes: Span<UInt8>, from start: Int) -> Find? {
    var scanner = TitleScanner(lines: Lines(from: start))
    while scanner.lines.advance(in: bytes) {
      if let find = scanner.take(in: bytes) { return find }
    }
    return nil
  }

  /// The heading of level one that the body begins with, if it does.
  static func leadingHeading(in bytes: Span<UInt8>, from start: Int) -> Find? {
    var lines = Lines(from: start)
    while lines.advance(in: bytes) {
      let text = bytes.trimmed(lines.line)
      if text.isEmpty { continue }
      guard bytes[text.lowerBound] == UInt8(ascii: "#") else { return nil }
      return atx(lines.line, upTo: lines.next, in: bytes)
    }
    return nil
  }
}

extension TitleScanner {
  /// Takes the current line; returns the heading that it is or ends.
  private mutating func take(in bytes: Span<UInt8>) -> Find? {
    let line = lines.line
    let text = bytes.trimmed(line)
    if let open = enclosure {
      if open.ends(at: text, in: bytes) { enclosure = nil }
      return nil
    }
    if text.isEmpty {
      paragraph = nil
      return nil
    }
    if Self.indent(of: line, in: bytes) >= 4 {
      if let open = paragraph { paragraph = open.lowerBound..<line.upperBound }
      return nil
    }
    if let opened = Enclosure(openedBy: text, insideParagraph: paragraph != nil, in: bytes) {
      enclosure = opened.ends(onItsFirstLine: text, in: bytes) ? nil : opened
      paragraph = nil
      return nil
    }
    if let find = Self.atx(line, upTo: lines.next, in: bytes) { return find }
    return takeParagraph(line, text, in: bytes)
  }

  /// Follows a paragraph, which an underline of `=` turns into a heading.
  private mutating func takeParagraph(_ line: Range<Int>, _ text: Range<Int>, in bytes: Span<UInt8>) -> Find?
  {
    if let open = paragraph {
      if text.allSatisfy({ bytes[$0] == UInt8(ascii: "=") }) {
        return Find(text: Self.reduced(open, of: bytes), range: open.lowerBound..<lines.next)
      }
      let isBreak = text.allSatisfy { bytes[$0] == UInt8(ascii: "-") }
      paragraph = isBreak ? nil : open.lowerBound..<line.upperBound
    } else if Self.beginsParagraph(text, in: bytes) {
      paragraph = line
    }
    return nil
  }

  /// Reads `# Título`, with up to three spaces before it and any number of `#` after it.
  private static func atx(_ line: Range<Int>, upTo end: Int, in bytes: Span<UInt8>) -> Find? {
    let text = bytes.trimmed(line)
    guard indent(of: line, in: bytes) < 4, text.count > 1, bytes[text.lowerBound] == UInt8(ascii: "#"),
      bytes[text.lowerBound + 1].isBlank
    else { return nil }
    var inside = bytes.trimmed(text.lowerBound + 1..<text.upperBound)
    var close = inside.upperBound
    while close > inside.lowerBound, bytes[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close == inside.lowerBound || bytes[close - 1].isBlank {
      inside = bytes.trimmed(inside.lowerBound..<close)
    }
    let title = reduced(inside, of: bytes)
    return title.isEmpty ? nil : Find(text: title, range: line.lowerBound..<end)
  }

  /// No title is longer than this, in bytes; what follows is not read.
  private static let longestTitle = 1000

  static func reduced(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    var end = min(range.upperBound, range.lowerBound + longestTitle)
    while end < range.upperBound, end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return InlineText.reduce(range.lowerBound..<end, of: bytes)
  }

  /// Counts the columns of white space before a line's text; a tab reaches to the next multiple of four.
  static func indent(of line: Range<Int>, in bytes: Span<UInt8>) -> Int {
    var columns = 0
    for index in line {
      guard bytes[index].isBlank else { break }
      columns += bytes[index] == UInt8(ascii: "\t") ? 4 - columns % 4 : 1
    }
    return columns
  }
}
