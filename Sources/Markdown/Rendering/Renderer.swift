import Bytes
import Diagnostics
import Highlight

/// Writes a tree as HTML, in one walk, and learns on the way what an article knows.
struct Renderer: ~Copyable {
  /// Whether the output is to be exactly what cmark-gfm would write.
  let isPlain: Bool
  var out = OutputBuffer(capacity: 0)
  /// The image whose alternative text is being written, where marks mean nothing.
  var image: TreeNode?
  /// The node whose content writes nothing.
  var muted: TreeNode?
  var table = TableState()
  var footnotes = FootnoteState()

  // What follows is untouched in plain mode.
  var session: Session
  let blocks: Blocks
  /// Those of the blocks, once all are read: each run of text asks for them.
  var abbreviations: [Abbreviation] = []
  let origin: Origin
  let highlighter: Highlighter
  var article = Article()
  /// The text without marks, and how many of its words are no code.
  var plain = OutputBuffer(capacity: 0)
  var prose = WordCount()
  var headings: [Heading] = []
  var heading = HeadingState()
  var typography = TypographyState()
  /// Renders what stands inside shortcodes.
  let parser: SharedParser
  /// How far destinations were found in the text, so that equal ones are told apart.
  var cursor = 0
  var cut = CutState()
  /// The sets of tabs around the place being written.
  var openTabSets: [TabSet] = []

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
  @inline(__always)
  mutating func startLine() {
    if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }

  mutating func report(_ finding: MarkdownFinding, at range: Range<Int>) {
    guard article.mistakes.count < Limits.mistakes else { return }
    article.mistakes.append(origin.source.mistake(finding, at: origin.file(range)))
  }
}

extension Renderer {
  private mutating func enter(_ node: TreeNode) {
    if image != nil { return enterAlternative(node) }
    if muted != nil { return }
    let kind = node.kind
    switch kind {
    case .text: enterText(node)
    case .softBreak: enterSoftBreak(node)
    case .lineBreak:
      out.append("<br />\n")
      appendPlain(UInt8(ascii: " "))
    case .code: enterCode(node)
    case .html: enterHTML(node)
    case .emphasis: enterInline("em", node)
    case .strong: enterInline("strong", node)
    case .strikethrough: out.append("<del>")
    case .link: enterLink(node)
    case .image: enterImage(node)
    case .mark: enterMark(node)
    case .footnoteReference: enterFootnoteReference(node)
    default: enterBlock(node, kind)
    }
  }

  private mutating func leave(_ node: TreeNode) {
    if let image, image != node { return }
    if let muted {
      if muted != node { return }
      self.muted = nil
    }
    let kind = node.kind
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: break
    case .emphasis: out.append("</em>")
    case .strong: out.append("</strong>")
    case .strikethrough: out.append("</del>")
    case .link: out.append("</a>")
    case .image: leaveImage(node)
    case .mark: leaveMark(node)
    default: leaveBlock(node, kind)
    }
  }

  @inline(__always)
  mutating func enterText(_ node: TreeNode) {
    if isPlain { return node.literal { out.append(htmlText: $0) } }
    typography.following = Self.isFollowed(node) ? UInt8(ascii: "a") : UInt8(ascii: " ")
    node.literal { bytes in
      let text = bytes.extracting(min(typography.skipped, bytes.count)..<bytes.count)
      typography.skipped = 0
      plain.append(run: text.indices, of: text)
      appendTypeset(text)
    }
  }

  /// Whether the line goes on with something after this text.
  @inline(__always)
  private static func isFollowed(_ node: TreeNode) -> Bool {
    guard let next = node.next else { return false }
    let kind = next.kind
    return kind != .softBreak && kind != .lineBreak
  }

  private mutating func enterSoftBreak(_ node: TreeNode) {
    if !isPlain {
      appendPlain(UInt8(ascii: " "))
      typography.last = UInt8(ascii: " ")
      // The line of a block's attribute list writes nothing, and needs no line end before it.
      if let next = node.next, next.next == nil, attributes(of: next) != nil { return }
    }
    out.append(UInt8(ascii: "\n"))
  }

  @inline(__always)
  mutating func appendPlain(_ byte: UInt8) {
    if !isPlain { plain.append(byte) }
  }
}
