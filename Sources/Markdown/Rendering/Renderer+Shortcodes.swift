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
        let article = render(inner: shortcode.markdown(of: inner, in: context), from: source, in: context)
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
  public mutating func unwrapParagraph() {
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

extension Shortcode {
  /// The inner text as Markdown; that of `highlight` is code, whatever it looks like.
  fileprivate func markdown(of inner: String, in context: Hole.Context) -> [UInt8] {
    guard name == "highlight" else { return Array(inner.utf8) }
    var code = Array(inner.utf8)
    let language = self["lang"] ?? positional.first ?? ""
    let options = self["options"] ?? positional.dropFirst().first ?? ""
    let isInline = context == .text && !code.contains(UInt8(ascii: "\n"))
    let marks = [UInt8](
      repeating: UInt8(ascii: "`"), count: max(isInline ? 1 : 3, code.longestRun(of: "`") + 1))
    if isInline {
      let opening = language.isEmpty ? "" : "#!\(language) "
      return marks + opening.utf8 + code + marks
    }
    // The fence stands on the line of the tag, so that lines stay where they are.
    while let last = code.last, isSpace(last) { code.removeLast() }
    if code.first != UInt8(ascii: "\n") { code.insert(UInt8(ascii: "\n"), at: 0) }
    let info = options.isEmpty ? language : "\(language),\(options)"
    return marks + info.utf8.filter { $0 != UInt8(ascii: "`") } + code + [UInt8(ascii: "\n")] + marks
      + [UInt8(ascii: "\n")]
  }
}

extension [UInt8] {
  /// How often a byte stands in a row at most.
  fileprivate func longestRun(of scalar: Unicode.Scalar) -> Int {
    let byte = UInt8(ascii: scalar)
    var longest = 0
    var run = 0
    for other in self {
      run = other == byte ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    return longest
  }
}
