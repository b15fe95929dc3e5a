import Bytes

extension Renderer {
  /// Leaves a hole for a shortcode; its default filling is its inner text, rendered.
  mutating func append(_ shortcode: Shortcode, from source: Range<Int>, in context: Hole.Context) {
    var shortcode = shortcode
    let start = out.count
    if let inner = shortcode.inner {
      if session.depth >= Shortcode.depthLimit {
        report(.deepShortcodes, at: source)
      } else {
        let article = render(inner: Array(inner.utf8), from: source, in: context)
        out.append(contentsOf: article.html)
        plain.append(contentsOf: article.plain)
        shortcode.article = article
      }
    }
    article.holes.append(
      Hole(.shortcode(shortcode), at: start..<out.count, in: context, from: origin.file(source)))
  }

  private mutating func render(inner: [UInt8], from source: Range<Int>, in context: Hole.Context) -> Article {
    let tag = ShortcodeTag(in: origin.text, at: source.lowerBound)?.range.upperBound ?? source.lowerBound
    var inside = session
    inside.depth += 1
    var (result, after) = parser.article(
      from: Origin(inner: inner, at: tag, of: origin), session: inside, highlighter: highlighter)
    after.depth -= 1
    session = after
    article.mistakes += result.mistakes
    for language in result.codeLanguages where !article.codeLanguages.contains(language) {
      article.codeLanguages.append(language)
    }
    headings += result.flatHeadings
    if context == .text { result.unwrapParagraph() }
    return result
  }
}

extension Article {
  /// Takes the tags of the only paragraph away, so that the text can stand inside a line.
  mutating func unwrapParagraph() {
    let open = Array("<p>".utf8)
    let close = Array("</p>\n".utf8)
    guard html.starts(with: open), html.suffix(close.count).elementsEqual(close) else { return }
    html.removeLast(close.count)
    html.removeFirst(open.count)
    for index in holes.indices {
      holes[index].range =
        holes[index].range.lowerBound - open.count..<holes[index].range.upperBound - open.count
    }
    while let last = plain.last, isSpace(last) { plain.removeLast() }
  }
}
