import Bytes

extension Renderer {
  mutating func enterBlock(_ node: TreeNode, _ kind: Kind) {
    if session.options.notesLines, node.line > 0 {
      article.lines.append(Article.BlockLine(offset: out.count, line: origin.fileLine(node.line)))
    }
    switch kind {
    case .paragraph: enterParagraph(node)
    case .heading: enterHeading(node)
    case .codeBlock: enterCodeBlock(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .table, .row, .cell: enterTable(node, kind)
    case .htmlBlock: enterHTMLBlock(node)
    case .rule:
      startLine()
      out.append("<hr />\n")
    case .quote: enterQuote(node)
    case .footnote: enterFootnote(node)
    case .block: enterOwn(node)
    default: break
    }
  }

  mutating func leaveBlock(_ node: TreeNode, _ kind: Kind) {
    switch kind {
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .list: out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: out.append("</li>\n")
    case .table, .row, .cell: leaveTable(node, kind)
    case .quote: leaveQuote(node)
    case .footnote: leaveFootnote(node)
    case .block: leaveOwn(node)
    default: break
    }
    if !isPlain { endBlock(node) }
  }

  /// Separates the words of one block from the next's, and sees whether the opening is long enough for an excerpt.
  private mutating func endBlock(_ node: TreeNode) {
    typography = TypographyState()
    if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
    if node.parent?.kind == .document { cutAutomatically() }
  }
}

extension Renderer {
  /// A paragraph of a tight list writes no tags.
  @inline(__always)
  func isBare(_ paragraph: TreeNode) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func enterParagraph(_ node: TreeNode) {
    if isBare(node) { return }
    if !isPlain {
      if isContents(node) { return appendContentsHole(node) }
      if isFigureParagraph(node) {
        startLine()
        return enterLinkedFigure(node)
      }
    }
    startLine()
    out.append("<p")
    if let attributes = attributes(endingIn: node) { append(attributes) }
    out.append(">")
  }

  private mutating func leaveParagraph(_ node: TreeNode) {
    if isBare(node) { return }
    if !isPlain {
      if isContents(node) { return }
      if isFigureParagraph(node) { return leaveLinkedFigure(node) }
    }
    if node.next == nil, let parent = node.parent, parent.kind == .footnote {
      out.append(UInt8(ascii: " "))
      appendBackReferences(to: parent)
    }
    out.append("</p>\n")
  }

  private mutating func enterQuote(_ node: TreeNode) {
    startLine()
    if !isPlain, let record = node.record, case .callout(let callout) = blocks.records[record] {
      return enter(callout)
    }
    out.append("<blockquote>\n")
  }

  private mutating func leaveQuote(_ node: TreeNode) {
    startLine()
    if !isPlain, let record = node.record, case .callout(let callout) = blocks.records[record] {
      return leave(callout)
    }
    out.append("</blockquote>\n")
  }

  private mutating func enterList(_ node: TreeNode) {
    startLine()
    out.append(node.isOrdered ? "<ol" : "<ul")
    if node.isOrdered, node.listStart != 1 {
      out.append(" start=\"")
      out.append(decimal: node.listStart)
      out.append("\"")
    }
    if !isPlain {
      if isAnnotationList(node) { out.append(" class=\"annotations\"") }
      if let item = node.firstChild, tick(of: item) != nil { out.append(" class=\"tasks\"") }
    }
    out.append(">\n")
  }

  private mutating func enterItem(_ node: TreeNode) {
    startLine()
    out.append("<li")
    if !isPlain, let paragraph = node.firstChild, paragraph.kind == .paragraph, isBare(paragraph),
      let attributes = attributes(endingIn: paragraph)
    {
      append(attributes)
    }
    switch isPlain ? node.isTicked : tick(of: node) {
    case nil: out.append(">")
    case true?: out.append("><input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    case false?: out.append("><input type=\"checkbox\" disabled=\"\" /> ")
    }
    if !isPlain, node.isTicked == nil, tick(of: node) != nil { typography.skipped = 4 }
  }

  /// Whether an item is ticked; the library itself sees no tasks inside quotes.
  private func tick(of item: TreeNode) -> Bool? {
    if let ticked = item.isTicked { return ticked }
    guard let text = item.firstChild?.firstChild, text.kind == .text, item.firstChild?.kind == .paragraph
    else { return nil }
    return text.literal { bytes in
      guard bytes.count > 4, bytes[0] == UInt8(ascii: "["), bytes[2] == UInt8(ascii: "]"), isSpace(bytes[3])
      else {
        return nil
      }
      return bytes[1] == UInt8(ascii: " ") ? false : bytes[1] | 0x20 == UInt8(ascii: "x") ? true : nil
    }
  }
}

/// Whether a byte is white space to CommonMark.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
}
