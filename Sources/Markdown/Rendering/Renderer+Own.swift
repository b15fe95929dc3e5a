import Bytes

/// A set of tabs around the place being written.
struct TabSet {
  let id: Int
  /// The number of the tab that is shown first.
  let selected: Int
  /// How many were written.
  var count = 0
}

extension Renderer {
  /// Opens one of our own blocks.
  mutating func enterOwn(_ node: TreeNode) {
    guard let record = node.record else { return }
    switch blocks.records[record] {
    case .callout(let callout):
      if callout.isUnclosed { report(.unclosedContainer(callout.type), at: origin.line(callout.line)) }
      startLine()
      enter(callout)
    case .tab(let opensSet, _): enterTab(node, opensSet)
    case .title: break
    case .definitions:
      if !continuesDefinitions(node) {
        startLine()
        out.append("<dl>\n")
      }
    case .term: out.append("<dt>")
    case .definition: out.append("<dd>")
    case .shortcode(let shortcode, let source):
      startLine()
      append(shortcode, from: source, in: .block)
      startLine()
    case .component(let name):
      startLine()
      out.append("<div class=\"component ")
      out.append(text: name.lowercased())
      out.append("\">\n")
    case .silent: break
    }
  }

  mutating func leaveOwn(_ node: TreeNode) {
    guard let record = node.record else { return }
    switch blocks.records[record] {
    case .callout(let callout):
      startLine()
      leave(callout)
    case .tab:
      startLine()
      out.append("</div>\n")
      if !continuesTabs(node) {
        out.append("</div>\n")
        openTabSets.removeLast()
      }
    case .title: leaveTitle(node)
    case .definitions:
      if node.next.map({ continuesDefinitions($0) }) != true { out.append("</dl>\n") }
    case .term: out.append("</dt>\n")
    case .definition: out.append("</dd>\n")
    case .component:
      startLine()
      out.append("</div>\n")
    case .shortcode, .silent: break
    }
  }

  private func block(of node: TreeNode?) -> Block? {
    guard let node, node.kind == .block, let record = node.record else { return nil }
    return blocks.records[record]
  }

  private func continuesDefinitions(_ node: TreeNode) -> Bool {
    if case .definitions = block(of: node), case .definitions = block(of: node.previous) { return true }
    return false
  }
}

extension Renderer {
  /// Opens a callout up to its content; a title of the author's is the first child and closes itself.
  mutating func enter(_ callout: Callout) {
    out.append(callout.fold == .none ? "<div class=\"callout " : "<details class=\"callout ")
    let classes = ([callout.type] + callout.classes).joined(separator: " ")
    let bytes = Array(classes.utf8)
    out.append(htmlText: bytes.span)
    out.append(callout.fold == .open ? "\" open>\n" : "\">\n")
    if callout.isUntitled { return }
    out.append(callout.fold == .none ? "<p class=\"callout-title\">" : "<summary class=\"callout-title\">")
    if callout.hasTitle { return }
    let title = Array(callout.title(in: session.options.tongue).utf8)
    out.append(htmlText: title.span)
    plain.append(contentsOf: title + [UInt8(ascii: "\n")])
    out.append(callout.fold == .none ? "</p>\n" : "</summary>\n")
  }

  mutating func leave(_ callout: Callout) {
    out.append(callout.fold == .none ? "</div>\n" : "</details>\n")
  }

  private mutating func leaveTitle(_ node: TreeNode) {
    guard let parent = node.parent, let record = parent.record else { return }
    switch blocks.records[record] {
    case .callout(let callout): out.append(callout.fold == .none ? "</p>\n" : "</summary>\n")
    case .tab: out.append("</label>\n<div class=\"tab\">\n")
    default: break
    }
  }
}

extension Renderer {
  /// Opens a tab: a radio button, its label, then the panel; the first of a run opens the set.
  private mutating func enterTab(_ node: TreeNode, _ opensSet: Bool) {
    startLine()
    let isFirst = opensSet || !isTab(node.previous)
    if isFirst {
      session.tabSets += 1
      openTabSets.append(TabSet(id: session.tabSets, selected: selected(from: node)))
      out.append("<div class=\"tabs\">\n")
    }
    let number = openTabSets.count - 1
    openTabSets[number].count += 1
    let set = openTabSets[number]
    let name = "tabs-\(set.id)"
    out.append(text: "<input type=\"radio\" name=\"\(name)\" id=\"\(name)-\(set.count)\"")
    if set.count == set.selected { out.append(" checked") }
    out.append(text: " /><label for=\"\(name)-\(set.count)\">")
  }

  /// The number of the tab that is shown first: the one the author chose, else the first.
  private func selected(from first: TreeNode) -> Int {
    var index = 1
    var current = first
    while true {
      if case .tab(_, true) = block(of: current) { return index }
      guard let next = current.next, isTab(next), !opensSet(next) else { return 1 }
      current = next
      index += 1
    }
  }

  private func isTab(_ node: TreeNode?) -> Bool {
    if case .tab = block(of: node) { true } else { false }
  }

  private func opensSet(_ node: TreeNode) -> Bool {
    if case .tab(true, _) = block(of: node) { true } else { false }
  }

  /// Whether the tab after this one belongs to the same set.
  private func continuesTabs(_ node: TreeNode) -> Bool {
    guard let next = node.next else { return false }
    return isTab(next) && !opensSet(next)
  }
}
