import Bytes

extension Renderer {
  /// Whether an image is alone in its paragraph, its attribute list and a link around it aside.
  func isFigure(_ node: TreeNode) -> Bool {
    guard let paragraph = figureParagraph(of: node) else { return false }
    return paragraph.kind == .paragraph && !isBare(paragraph)
  }

  /// Whether a paragraph holds one image and nothing else, so that it becomes a figure.
  func isFigureParagraph(_ node: TreeNode) -> Bool {
    guard let first = node.firstChild else { return false }
    if first.kind == .image { return isFigure(first) }
    guard first.kind == .link, let inner = first.firstChild, inner.kind == .image else { return false }
    return isFigure(inner)
  }

  mutating func enterFigure(_ node: TreeNode) {
    guard isFigure(node), node.parent?.kind == .paragraph else { return }
    out.append("<figure>")
  }

  mutating func leaveFigure(_ node: TreeNode, _ caption: [UInt8]?) {
    guard isFigure(node), node.parent?.kind == .paragraph else { return }
    appendCaption(caption)
    out.append("</figure>\n")
  }

  /// A linked figure opens around its link, and closes with the paragraph.
  mutating func enterLinkedFigure(_ paragraph: TreeNode) {
    if paragraph.firstChild?.kind == .link { out.append("<figure>") }
  }

  mutating func leaveLinkedFigure(_ paragraph: TreeNode) {
    guard let link = paragraph.firstChild, link.kind == .link, let inner = link.firstChild else { return }
    appendCaption(caption(of: inner))
    out.append("</figure>\n")
  }

  /// The words below a figure: the attribute `caption`, else the title.
  func caption(of node: TreeNode) -> [UInt8]? {
    if let given = attributes(after: node)?["caption"] { return Array(given.utf8) }
    return node.title { $0.isEmpty ? nil : $0.withUnsafeBufferPointer(Array.init) }
  }

  private mutating func appendCaption(_ caption: [UInt8]?) {
    guard let caption else { return }
    out.append("<figcaption>")
    out.append(htmlText: caption.span)
    out.append("</figcaption>")
    plain.append(UInt8(ascii: " "))
    plain.append(contentsOf: caption)
  }

  private func figureParagraph(of node: TreeNode) -> TreeNode? {
    func isAlone(_ node: TreeNode) -> Bool {
      guard node.previous == nil else { return false }
      guard let next = node.next else { return true }
      return next.next == nil && attributes(of: next) != nil
    }
    guard isAlone(node), let parent = node.parent else { return nil }
    if parent.kind != .link { return parent }
    return isAlone(parent) ? parent.parent : nil
  }
}
