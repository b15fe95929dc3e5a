import Bytes

/// Writes a tree as HTML, in one walk.
struct Renderer {
  /// Whether the output is to be exactly what cmark-gfm would write.
  let isPlain: Bool
  var out: [UInt8] = []
  /// The image whose alternative text is being written, where marks mean nothing.
  var image: TreeNode?
  var table = TableState()
  var footnotes = FootnoteState()

  init(isPlain: Bool) {
    self.isPlain = isPlain
  }

  /// Visits every node: on the way down, and, where it has children or could have, on the way up.
  mutating func render(_ root: TreeNode) {
    var node = root
    while true {
      enter(node)
      if let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while node.next == nil, node != root, let parent = node.parent {
        node = parent
        leave(node)
      }
      guard node != root, let next = node.next else { break }
      node = next
    }
    endFootnotes()
  }

  /// Starts a new line, unless at the start of one.
  mutating func startLine() {
    if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }
}

extension Renderer {
  private mutating func enter(_ node: TreeNode) {
    if image != nil { return enterAlternative(node) }
    switch node.kind {
    case .text: node.literal { out.append(htmlText: $0) }
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .lineBreak: out.append("<br />\n")
    case .code: enterCode(node)
    case .html: node.literal { out.append(run: $0.indices, of: $0) }
    case .emphasis: out.append("<em>")
    case .strong: out.append("<strong>")
    case .strikethrough: out.append("<del>")
    case .link: enterLink(node)
    case .image: enterImage(node)
    case .footnoteReference: enterFootnoteReference(node)
    default: enterBlock(node)
    }
  }

  private mutating func leave(_ node: TreeNode) {
    if let image, image != node { return }
    switch node.kind {
    case .emphasis: out.append("</em>")
    case .strong: out.append("</strong>")
    case .strikethrough: out.append("</del>")
    case .link: out.append("</a>")
    case .image: leaveImage(node)
    case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: break
    default: leaveBlock(node)
    }
  }
}
