import Bytes
import Highlight

extension Renderer {
  /// Opens an inline element, with the attributes that follow it.
  mutating func enterInline(_ tag: StaticString, _ node: TreeNode) {
    out.append("<")
    out.append(tag)
    appendAttributes(after: node)
    out.append(">")
  }

  mutating func enterCode(_ node: TreeNode) {
    if isPlain {
      out.append("<code>")
      node.literal { out.append(htmlText: $0) }
    } else {
      typography.last = UInt8(ascii: "a")
      node.literal { plain.append(run: $0.indices, of: $0) }
      if appendInlineHighlight(node) { return }
      enterInline("code", node)
      node.literal { appendCodeText($0) }
    }
    out.append("</code>")
  }

  /// Writes `#!lang code` coloured, as Material does.
  private mutating func appendInlineHighlight(_ node: TreeNode) -> Bool {
    node.literal { bytes in
      guard bytes.count > 3, bytes[0] == UInt8(ascii: "#"), bytes[1] == UInt8(ascii: "!") else {
        return false
      }
      var end = 2
      while end < bytes.count, Scanner.isWord(bytes[end]) { end += 1 }
      guard end > 2, end + 1 < bytes.count, bytes[end] == UInt8(ascii: " "),
        let language = highlighter.language(named: bytes.extracting(2..<end))
      else { return false }
      out.append("<code class=\"highlight language-")
      out.append(htmlText: bytes.extracting(2..<end))
      out.append("\">")
      appendHighlighted(bytes.extracting(end + 1..<bytes.count), as: language)
      out.append("</code>")
      return true
    }
  }

  mutating func enterLink(_ node: TreeNode) {
    out.append("<a href=\"")
    if isPlain {
      node.url { out.append(href: $0) }
    } else {
      node.url { url in
        appendDestination(url, of: node) { .link($0) }
      }
    }
    appendTitle(of: node)
    out.append("\"")
    appendAttributes(after: node)
    out.append(">")
  }

  /// Writes a destination as the default filling of a hole.
  mutating func appendDestination(
    _ url: Span<UInt8>, of node: TreeNode?, line: Int = 0, _ kind: (String) -> Hole.Kind
  ) {
    let start = out.count
    if session.options.rawHTML == .allow || !isDangerous(url) { out.append(href: url) }
    let text = url.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let line = node.map { self.line(of: $0) } ?? line
    let source = origin.find(url.extracting(Self.authored(url)..<url.count), from: cursor, line: line)
    cursor = max(cursor, source.upperBound)
    article.holes.append(Hole(kind(text), at: start..<out.count, in: .attribute, from: origin.file(source)))
  }

  /// Where the bytes begin that stand in the author's text, too.
  private static func authored(_ url: Span<UInt8>) -> Int {
    guard url.count > 4, url[0] == UInt8(ascii: "@"), url.extracting(0..<4).isEqual(to: "@ref") else {
      return 0
    }
    var start = 4
    while start < url.count, url[start] != UInt8(ascii: ":") { start += 1 }
    while start < url.count, url[start] == UInt8(ascii: ":") { start += 1 }
    return start
  }

  mutating func enterImage(_ node: TreeNode) {
    if isPlain {
      out.append("<img src=\"")
      node.url { out.append(href: $0) }
    } else {
      enterFigure(node)
      out.append("<img src=\"")
      node.url { url in appendDestination(url, of: node) { .image($0) } }
    }
    out.append("\" alt=\"")
    image = node
  }

  mutating func leaveImage(_ node: TreeNode) {
    image = nil
    if isPlain {
      appendTitle(of: node)
      return out.append("\" />")
    }
    let caption = caption(of: node)
    if caption == nil || !isFigure(node) { appendTitle(of: node) }
    out.append(session.images == 0 ? "\" loading=\"eager\"" : "\" loading=\"lazy\"")
    out.append(" decoding=\"async\"")
    session.images += 1
    let attributes = attributes(after: node)
    if attributes?["width"] == nil, attributes?["height"] == nil {
      let source = article.holes.last.map(\.source) ?? 0..<0
      let url = node.url { url in url.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
      article.holes.append(Hole(.dimensions(url), at: out.count..<out.count, in: .tag, from: source))
    }
    appendAttributes(after: node)
    out.append(" />")
    leaveFigure(node, caption)
  }

  /// Writes the text of what stands between an image's brackets, without marks.
  mutating func enterAlternative(_ node: TreeNode) {
    switch node.kind {
    case .text, .code, .html:
      node.literal { text in
        out.append(htmlText: text)
        if !isPlain { plain.append(run: text.indices, of: text) }
      }
    case .softBreak, .lineBreak:
      out.append(UInt8(ascii: " "))
      appendPlain(UInt8(ascii: " "))
    default: break
    }
  }

  private mutating func appendTitle(of node: TreeNode) {
    node.title { title in
      guard !title.isEmpty else { return }
      out.append("\" title=\"")
      out.append(htmlText: title)
    }
  }

  /// The line of the text a node starts at; the library does not know it for some inlines.
  func line(of node: TreeNode) -> Int {
    if node.line > 0 { return node.line }
    var current: TreeNode? = node
    while let candidate = current {
      if candidate.line > 0 { return candidate.line }
      current = candidate.previous ?? candidate.parent
    }
    return 1
  }
}

/// Whether a URL would run code.
func isDangerous(_ url: Span<UInt8>) -> Bool {
  var scheme: [UInt8] = []
  for index in url.indices where url[index] > 0x20 {
    if url[index] == UInt8(ascii: ":") { break }
    if scheme.count > 12 { return false }
    scheme.append(url[index] | 0x20)
  }
  return ["javascript", "vbscript"].contains { scheme.elementsEqual($0.utf8) }
}
