import Bytes

/// Where the article may be cut for a list of articles.
struct CutState {
  var manual: Article.Excerpt?
  var automatic: Article.Excerpt?
  /// What stands before the place, code and all.
  var before = WordCount()
}

extension Renderer {
  /// How many words an excerpt has when the author did not cut: at least these, up to the end of the block.
  private static let wordsOfExcerpt = 70

  /// Cuts after a top-level block when enough words stand before it.
  mutating func cutAutomatically() {
    guard cut.automatic == nil, cut.manual == nil else { return }
    cut.before.count(plain)
    guard cut.before.words >= Self.wordsOfExcerpt else { return }
    cut.automatic = Article.Excerpt(end: out.count, closing: [], isManual: false)
  }

  /// Cuts where the author asks for it, closing what is open around the place.
  mutating func cutManually(at node: TreeNode) {
    guard cut.manual == nil else { return }
    var closing: [UInt8] = []
    var parent = node.parent
    while let current = parent {
      appendClosing(of: current, to: &closing)
      parent = current.parent
    }
    cut.manual = Article.Excerpt(end: out.count, closing: closing, isManual: true)
  }

  private func appendClosing(of node: TreeNode, to closing: inout [UInt8]) {
    switch node.kind {
    case .paragraph: if !isBare(node) { closing.append("</p>") }
    case .item: closing.append("</li>")
    case .list: closing.append(node.isOrdered ? "</ol>" : "</ul>")
    case .quote:
      if let record = node.record, case .callout(let callout) = blocks.records[record], callout.fold != .none
      {
        closing.append("</details>")
      } else {
        closing.append(node.record == nil ? "</blockquote>" : "</div>")
      }
    case .emphasis: closing.append("</em>")
    case .strong: closing.append("</strong>")
    case .link: closing.append("</a>")
    case .block: appendOwnClosing(of: node, to: &closing)
    default: break
    }
  }

  private func appendOwnClosing(of node: TreeNode, to closing: inout [UInt8]) {
    guard let record = node.record else { return }
    switch blocks.records[record] {
    case .callout(let callout): closing.append(callout.fold == .none ? "</div>" : "</details>")
    case .tab: closing.append("</div></div>")
    case .definitions: closing.append("</dl>")
    case .definition: closing.append("</dd>")
    case .component: closing.append("</div>")
    default: break
    }
  }

  /// Whether a comment reads `<!-- more -->` or `<!-- excerpt -->`, in any case and with any spaces.
  static func isCut(_ html: Span<UInt8>) -> Bool {
    guard html.count >= 11, html[0] == UInt8(ascii: "<"), html[1] == UInt8(ascii: "!"),
      html[2] == UInt8(ascii: "-")
    else { return false }
    var inner = trimmed(html.withUnsafeBufferPointer { ArraySlice(Array($0)) })
    guard inner.starts(with: "<!--".utf8), inner.suffix(3).elementsEqual("-->".utf8) else { return false }
    inner = trimmed(inner.dropFirst(4).dropLast(3))
    let word = String(decoding: inner, as: UTF8.self).lowercased()
    return word == "more" || word == "excerpt"
  }
}
