import Bytes
import Language

/// The heading being written.
struct HeadingState {
  var id: [UInt8] = []
  /// Where its element and its words start.
  var start = 0
  var plainStart = 0
  /// Where the words of the section before it end.
  var sectionStart = 0
  var sectionTitle = ""
  var sectionID = ""
}

extension Renderer {
  mutating func enterHeading(_ node: TreeNode) {
    startLine()
    let start = out.count
    out.append("<h")
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: node.headingLevel))
    guard !isPlain else { return out.append(">") }
    endSection()
    let attributes = attributes(endingIn: node)
    let words = words(of: node)
    let folded = attributes?.id.map { Array($0.utf8) } ?? Slug.folded(words.span)
    let id = session.unique(folded.isEmpty ? Array("seccion".utf8) : folded)
    heading.id = id
    heading.start = start
    heading.plainStart = plain.count
    out.append(" id=\"")
    out.append(htmlText: id.span)
    out.append("\"")
    if let attributes { append(attributes, omittingID: true) }
    out.append(">")
    let accented = Slug.accented(words.span)
    if accented != folded, !accented.isEmpty, session.take(accented) {
      out.append("<span id=\"")
      out.append(htmlText: accented.span)
      out.append("\"></span>")
    }
  }

  mutating func leaveHeading(_ node: TreeNode) {
    if !isPlain { endHeading(node) }
    out.append("</h")
    out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: node.headingLevel))
    out.append(">\n")
    guard !isPlain, node.headingLevel == 1, article.title == nil else { return }
    article.title = Article.Title(text: heading.sectionTitle, range: heading.start..<out.count)
  }

  private mutating func endHeading(_ node: TreeNode) {
    let text = plain.withBytes { Self.text(of: $0[heading.plainStart...]) }
    let id = String(decoding: heading.id, as: UTF8.self)
    headings.append(
      Heading(level: node.headingLevel, id: id, text: text, line: origin.fileLine(node.line)))
    heading.sectionTitle = text
    heading.sectionID = id
    heading.sectionStart = plain.count
    let label = session.options.tongue.pick(en: "Link to this section", es: "Enlace a esta sección")
    out.append(" <a class=\"permalink\" href=\"#")
    let target = heading.id
    out.append(href: target.span)
    out.append("\" aria-label=\"")
    out.append(text: label)
    out.append("\">#</a>")
  }

  /// Words without the spaces around them.
  private static func text(of words: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var words = words.drop(while: isSpace)
    while let last = words.last, isSpace(last) { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  /// Notes the text since the last heading as that heading's.
  mutating func endSection() {
    let range = heading.sectionStart..<plain.count
    if session.options.keepsText, !range.isEmpty || !heading.sectionID.isEmpty {
      article.sections.append(
        Article.Section(id: heading.sectionID, title: heading.sectionTitle, range: range))
    }
    heading.sectionStart = plain.count
  }

  /// The words of a heading, before they are written, because its id stands before them.
  private func words(of node: TreeNode) -> [UInt8] {
    var words: [UInt8] = []
    var current = node.firstChild
    while let node = current {
      switch node.kind {
      case .text, .code: node.literal { words.append(run: $0.indices, of: $0) }
      case .softBreak, .lineBreak: words.append(UInt8(ascii: " "))
      default: break
      }
      current = node.firstChild ?? Self.following(node)
    }
    while words.last == UInt8(ascii: " ") { words.removeLast() }
    return words
  }

  private static func following(_ node: TreeNode) -> TreeNode? {
    var node = node
    while node.next == nil {
      guard let parent = node.parent, parent.kind != .heading else { return nil }
      node = parent
    }
    return node.next
  }
}

extension Renderer {
  /// Whether a paragraph reads `[TOC]`.
  func isContents(_ node: TreeNode) -> Bool {
    guard let child = node.firstChild, child.kind == .text, child.next == nil else { return false }
    return child.literal { $0.count == 5 && $0[0] == UInt8(ascii: "[") && $0.isEqual(to: "[TOC]") }
  }

  mutating func appendContentsHole(_ node: TreeNode) {
    startLine()
    let source = origin.line(node.line)
    article.holes.append(Hole(.contents, at: out.count..<out.count, in: .block, from: origin.file(source)))
    muted = node
  }
}
