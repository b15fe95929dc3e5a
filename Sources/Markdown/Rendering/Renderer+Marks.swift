import Bytes

extension Renderer {
  mutating func enterMark(_ node: TreeNode) {
    guard let record = node.record else { return }
    switch blocks.marks[record] {
    case .deletion: enterInline("del", node)
    case .insertion: enterInline("ins", node)
    case .highlight: enterInline("mark", node)
    case .sub: enterInline("sub", node)
    case .sup: enterInline("sup", node)
    case .keys(let keys): append(keys: keys)
    case .attributes(_, let source):
      if isTaken(node) {
        if node.parent?.kind == .heading { dropSpace() }
        return
      }
      plain.append(contentsOf: source)
      out.append(htmlText: source.span)
    case .shortcode(let shortcode, let source): append(shortcode, from: source, in: .text)
    }
  }

  mutating func leaveMark(_ node: TreeNode) {
    guard let record = node.record else { return }
    switch blocks.marks[record] {
    case .deletion: out.append("</del>")
    case .insertion: out.append("</ins>")
    case .highlight: out.append("</mark>")
    case .sub: out.append("</sub>")
    case .sup: out.append("</sup>")
    default: break
    }
  }

  /// Takes the space between a heading's words and its attribute list back.
  private mutating func dropSpace() {
    while out.last == UInt8(ascii: " ") { out.removeLast() }
    while plain.last == UInt8(ascii: " ") { plain.removeLast() }
  }

  private mutating func append(keys: [UInt8]) {
    out.append("<span class=\"keys\">")
    var isFirst = true
    for key in keys.split(separator: UInt8(ascii: "+")) {
      if !isFirst {
        out.append("<span>+</span>")
        plain.append(UInt8(ascii: "+"))
      }
      isFirst = false
      out.append("<kbd>")
      let name = Keys.label(of: String(decoding: key, as: UTF8.self), in: session.options.tongue)
      plain.append(text: name)
      let bytes = Array(name.utf8)
      out.append(htmlText: bytes.span)
      out.append("</kbd>")
    }
    out.append("</span>")
    typography.last = UInt8(ascii: "a")
  }
}
