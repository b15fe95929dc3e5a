import Bytes

extension Renderer {
  /// The attribute list that a node is.
  func attributes(of node: TreeNode) -> Attributes? {
    guard node.kind == .mark, let record = node.record,
      case .attributes(let attributes, _) = blocks.marks[record]
    else { return nil }
    return attributes
  }

  /// The attribute list written right after a node.
  func attributes(after node: TreeNode) -> Attributes? {
    guard !isPlain, let next = node.next else { return nil }
    return attributes(of: next)
  }

  mutating func appendAttributes(after node: TreeNode) {
    if let attributes = attributes(after: node) { append(attributes) }
  }

  /// The attribute list that ends a block: on a line of its own, or at the end of a heading.
  func attributes(endingIn node: TreeNode) -> Attributes? {
    guard !isPlain, let last = node.lastChild, let attributes = attributes(of: last) else { return nil }
    if node.kind == .heading || last.previous == nil { return attributes }
    guard let before = last.previous?.kind, before == .softBreak || before == .lineBreak else { return nil }
    return attributes
  }

  /// Writes an id, classes and other attributes; what could run code is left out.
  mutating func append(_ attributes: Attributes, omittingID: Bool = false, extraClass: String? = nil) {
    if !attributes.pairs.isEmpty { article.hasForeignMarkup = true }
    if !omittingID, let id = attributes.id { appendAttribute("id", id) }
    let classes = (extraClass.map { [$0] } ?? []) + attributes.classes
    if !classes.isEmpty { appendAttribute("class", classes.joined(separator: " ")) }
    for pair in attributes.pairs where !pair.name.lowercased().hasPrefix("on") && pair.name != "caption" {
      appendAttribute(pair.name, pair.value)
    }
  }

  mutating func appendAttribute(_ name: String, _ value: String) {
    out.append(" ")
    out.append(text: name)
    out.append("=\"")
    out.append(htmlText: value.utf8.span)
    out.append("\"")
  }

  /// Whether an attribute list belongs to something, and so writes nothing itself.
  func isTaken(_ node: TreeNode) -> Bool {
    guard let before = node.previous else { return node.parent?.kind == .heading }
    switch before.kind {
    case .link, .image, .code, .emphasis, .strong, .strikethrough, .mark: return true
    case .softBreak, .lineBreak: return node.next == nil
    default: return node.parent?.kind == .heading && node.next == nil
    }
  }
}
