import Bytes

extension Renderer {
  mutating func enterCode(_ node: TreeNode) {
    out.append("<code>")
    node.literal { out.append(htmlText: $0) }
    out.append("</code>")
  }

  mutating func enterLink(_ node: TreeNode) {
    out.append("<a href=\"")
    node.url { out.append(href: $0) }
    appendTitle(of: node)
    out.append("\">")
  }

  mutating func enterImage(_ node: TreeNode) {
    out.append("<img src=\"")
    node.url { out.append(href: $0) }
    out.append("\" alt=\"")
    image = node
  }

  mutating func leaveImage(_ node: TreeNode) {
    image = nil
    appendTitle(of: node)
    out.append("\" />")
  }

  /// Writes the text of what stands between an image's brackets, without marks.
  mutating func enterAlternative(_ node: TreeNode) {
    switch node.kind {
    case .text, .code, .html: node.literal { out.append(htmlText: $0) }
    case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
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
}
