import Bytes

extension Renderer {
  mutating func enterBlock(_ node: TreeNode) {
    switch node.kind {
    case .paragraph: enterParagraph(node)
    case .heading: enterHeading(node)
    case .codeBlock: enterCodeBlock(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .table, .row, .cell: enterTable(node)
    case .htmlBlock:
      startLine()
      node.literal { out.append(run: $0.indices, of: $0) }
      startLine()
    case .rule:
      startLine()
      out.append("<hr />\n")
    case .quote:
      startLine()
      out.append("<blockquote>\n")
    case .footnote: enterFootnote(node)
    default: break
    }
  }

  mutating func leaveBlock(_ node: TreeNode) {
    switch node.kind {
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .list: out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: out.append("</li>\n")
    case .table, .row, .cell: leaveTable(node)
    case .quote:
      startLine()
      out.append("</blockquote>\n")
    case .footnote: leaveFootnote(node)
    default: break
    }
  }
}

extension Renderer {
  /// A paragraph of a tight list writes no tags.
  func isBare(_ paragraph: TreeNode) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  private mutating func enterParagraph(_ node: TreeNode) {
    if isBare(node) { return }
    startLine()
    out.append("<p>")
  }

  private mutating func leaveParagraph(_ node: TreeNode) {
    if isBare(node) { return }
    if node.next == nil, let parent = node.parent, parent.kind == .footnote {
      out.append(UInt8(ascii: " "))
      appendBackReferences(to: parent)
    }
    out.append("</p>\n")
  }

  private mutating func enterHeading(_ node: TreeNode) {
    startLine()
    out.append("<h")
    out.append(decimal: node.headingLevel)
    out.append(">")
  }

  private mutating func leaveHeading(_ node: TreeNode) {
    out.append("</h")
    out.append(decimal: node.headingLevel)
    out.append(">\n")
  }

  private mutating func enterCodeBlock(_ node: TreeNode) {
    startLine()
    node.fenceInfo { info in
      if info.isEmpty { return out.append("<pre><code>") }
      var end = 0
      while end < info.count, !isSpace(info[end]) { end += 1 }
      out.append("<pre><code class=\"language-")
      out.append(htmlText: info.extracting(0..<end))
      out.append("\">")
    }
    node.literal { out.append(htmlText: $0) }
    out.append("</code></pre>\n")
  }

  private mutating func enterList(_ node: TreeNode) {
    startLine()
    if !node.isOrdered { return out.append("<ul>\n") }
    if node.listStart == 1 { return out.append("<ol>\n") }
    out.append("<ol start=\"")
    out.append(decimal: node.listStart)
    out.append("\">\n")
  }

  private mutating func enterItem(_ node: TreeNode) {
    startLine()
    switch node.isTicked {
    case nil: out.append("<li>")
    case true?: out.append("<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    case false?: out.append("<li><input type=\"checkbox\" disabled=\"\" /> ")
    }
  }
}

/// Whether a byte is white space to CommonMark.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (byte >= 9 && byte <= 13)
}
