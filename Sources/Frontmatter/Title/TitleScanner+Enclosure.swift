// What hides headings: how it opens and what ends it.

extension TitleScanner.Enclosure {
  /// Recognises the line that opens something.
  init?(openedBy text: Range<Int>, insideParagraph: Bool, in bytes: Span<UInt8>) {
    switch bytes[text.lowerBound] {
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      guard let fence = Self.fence(openedBy: text, in: bytes) else { return nil }
      self = fence
    case UInt8(ascii: "<"):
      guard let html = Self.html(openedBy: text, insideParagraph: insideParagraph, in: bytes) else {
        return nil
      }
      self = html
    case UInt8(ascii: "{"):
      guard Self.isHighlight(text, in: bytes) else { return nil }
      self = .shortcode
    default: return nil
    }
  }

  /// Tells whether a line is the last of what is open.
  func ends(at text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    switch self {
    case .fence(let byte, let count):
      text.count >= count && text.allSatisfy { bytes[$0] == byte }
    case .comment: Self.find("-->", in: text, of: bytes)
    case .element(let close): Self.find(close, in: text, of: bytes)
    case .block: text.isEmpty
    case .shortcode: Self.closesHighlight(text, in: bytes)
    }
  }

  /// Tells whether the line that opens it ends it too.
  func ends(onItsFirstLine text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    switch self {
    case .fence, .block: false
    case .comment, .element, .shortcode: ends(at: text, in: bytes)
    }
  }

  private static func fence(openedBy text: Range<Int>, in bytes: Span<UInt8>) -> Self? {
    let byte = bytes[text.lowerBound]
    var end = text.lowerBound
    while end < text.upperBound, bytes[end] == byte { end += 1 }
    let count = end - text.lowerBound
    guard count >= 3 else { return nil }
    // Backticks later on the line make it a code span.
    if byte == UInt8(ascii: "`"), (end..<text.upperBound).contains(where: { bytes[$0] == byte }) {
      return nil
    }
    return .fence(byte, count: count)
  }

  private static func html(openedBy text: Range<Int>, insideParagraph: Bool, in bytes: Span<UInt8>) -> Self? {
    let start = text.lowerBound
    if bytes.has("<!--", at: start, before: text.upperBound) { return .comment }
    for (open, close) in Self.rawElements where hasTag(open, at: start, before: text.upperBound, in: bytes) {
      return .element(close)
    }
    guard !insideParagraph, start + 1 < text.upperBound else { return nil }
    let next = bytes[start + 1]
    guard next.isLetter || next == UInt8(ascii: "/") else { return nil }
    // `<https://…>` and inline elements begin a paragraph, not a block.
    return Self.blockElements.contains { hasTag($0, at: start, before: text.upperBound, in: bytes) }
      ? .block : nil
  }

  private static let rawElements: [(StaticString, StaticString)] = [
    ("pre", "</pre>"), ("script", "</script>"), ("style", "</style>"), ("textarea", "</textarea>"),
  ]

  private static let blockElements: [StaticString] = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe",
    "li",
    "main", "nav", "ol", "p", "picture", "section", "summary", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
  ]

  /// Tells whether `<name` or `</name` stands at a place, in any case.
  private static func hasTag(_ name: StaticString, at start: Int, before end: Int, in bytes: Span<UInt8>)
    -> Bool
  {
    var index = start + 1
    if index < end, bytes[index] == UInt8(ascii: "/") { index += 1 }
    guard index + name.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<name.utf8CodeUnitCount
    where bytes[index + offset] | 0x20 != name.utf8Start[offset] | 0x20 {
      return false
    }
    let after = index + name.utf8CodeUnitCount
    return after == end || bytes[after].isBlank || bytes[after] == UInt8(ascii: ">")
      || bytes[after] == UInt8(ascii: "/")
  }

  private static func find(_ literal: StaticString, in text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    text.contains { bytes.has(literal, at: $0, before: text.upperBound) }
  }

  /// `{{< highlight bash >}}` or `{% highlight bash %}`.
  private static func isHighlight(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    (find("{{<", in: text, of: bytes) || find("{%", in: text, of: bytes))
      && find(" highlight ", in: text, of: bytes)
  }

  private static func closesHighlight(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    find("/highlight", in: text, of: bytes) || find("endhighlight", in: text, of: bytes)
  }
}
