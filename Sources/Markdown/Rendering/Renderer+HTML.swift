import Bytes

extension Renderer {
  mutating func enterHTMLBlock(_ node: TreeNode) {
    startLine()
    if isPlain {
      node.literal { out.append(run: $0.indices, of: $0) }
    } else if node.literal(Self.isCut) {
      return cutManually(at: node)
    } else {
      article.hasForeignMarkup = true
      appendRaw(node)
    }
    startLine()
  }

  mutating func enterHTML(_ node: TreeNode) {
    if isPlain { return node.literal { out.append(run: $0.indices, of: $0) } }
    if node.literal(Self.isCut) { return cutManually(at: node) }
    appendRaw(node)
  }

  private mutating func appendRaw(_ node: TreeNode) {
    let line = line(of: node)
    node.literal { html in
      if session.options.rawHTML == .escape { return out.append(htmlText: html) }
      var clean = 0
      var index = 0
      while index < html.count {
        guard html[index] == UInt8(ascii: "<"), let tag = RawTag(in: html, at: index) else {
          index += 1
          continue
        }
        appendText(html, clean..<index)
        append(tag, in: html, line: line)
        index = tag.end
        clean = index
      }
      appendText(html, clean..<html.count)
    }
  }

  /// Writes what stands between tags; comments are no words.
  private mutating func appendText(_ html: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if html[range.lowerBound] != UInt8(ascii: "<") { plain.append(run: range, of: html) }
    out.append(run: range, of: html)
  }

  private mutating func append(_ tag: RawTag, in html: Span<UInt8>, line: Int) {
    if !tag.isHarmless { article.hasForeignMarkup = true }
    if session.options.isMDX, let component = tag.component(in: html) {
      return append(component, of: tag, in: html, line: line)
    }
    let filters = session.options.rawHTML == .filter
    if filters, tag.isForbidden {
      out.append("&lt;")
      return out.append(run: tag.start + 1..<tag.end, of: html)
    }
    var clean = tag.start
    var place = tag.inside
    while let attribute = tag.nextAttribute(in: html, from: &place) {
      let isUnsafe =
        filters
        && (attribute.name.isHandler || attribute.isURL && isDangerous(html.extracting(attribute.value)))
      if isUnsafe || attribute.name == "markdown" {
        out.append(run: clean..<attribute.range.lowerBound, of: html)
        while out.last == UInt8(ascii: " ") { out.removeLast() }
        clean = attribute.range.upperBound
      } else if let lead = tag.lead(of: attribute), !attribute.value.isEmpty {
        out.append(run: clean..<attribute.value.lowerBound, of: html)
        append(lead, html, attribute.value, line: line)
        clean = attribute.value.upperBound
      }
    }
    out.append(run: clean..<tag.end, of: html)
  }

  /// Writes a destination of the author's HTML as it stands, each with its hole.
  private mutating func append(_ lead: RawTag.Lead, _ html: Span<UInt8>, _ range: Range<Int>, line: Int) {
    switch lead {
    case .page: appendRawDestination(html, range, line: line) { .link($0) }
    case .file: appendRawDestination(html, range, line: line) { .image($0) }
    case .files:
      var index = range.lowerBound
      for part in RawTag.candidates(in: html, range) {
        out.append(run: index..<part.lowerBound, of: html)
        appendRawDestination(html, part, line: line) { .image($0) }
        index = part.upperBound
      }
      out.append(run: index..<range.upperBound, of: html)
    }
  }

  private mutating func appendRawDestination(
    _ html: Span<UInt8>, _ range: Range<Int>, line: Int, _ kind: (String) -> Hole.Kind
  ) {
    let written = html.extracting(range)
    let source = origin.find(written, from: cursor, line: line)
    cursor = max(cursor, source.upperBound)
    let start = out.count
    if session.options.rawHTML == .allow || !isDangerous(written) { out.append(run: range, of: html) }
    let text = written.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    article.holes.append(
      Hole(kind(text.ampersandsResolved), at: start..<out.count, in: .attribute, from: origin.file(source)))
  }
}

extension RawTag {
  /// The addresses of a `srcset`, without what is said about each.
  fileprivate static func candidates(in html: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while index < range.upperBound, isSpace(html[index]) || html[index] == UInt8(ascii: ",") { index += 1 }
      let start = index
      while index < range.upperBound, !isSpace(html[index]) { index += 1 }
      var end = index
      while end > start, html[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end > start { parts.append(start..<end) }
      // A comma right behind the address ends it; else what is said about it goes on to the next comma.
      if end == index { while index < range.upperBound, html[index] != UInt8(ascii: ",") { index += 1 } }
    }
    return parts
  }
}

extension String {
  /// The text with `&amp;`, the one entity that addresses need, resolved.
  fileprivate var ampersandsResolved: String {
    let entity = Array("&amp;".utf8)
    let bytes = Array(utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return self }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      out.append(bytes[index])
      index += bytes[index...].starts(with: entity) ? entity.count : 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
