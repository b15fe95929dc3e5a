import Inventory
import Nodes

/// The way of a view's values into a page: each text is judged by what may be published, and things that have a page
/// get its address.
struct InventoryPassage {
  private let redaction: Redaction
  private let page: String
  private let url: (String) -> String?
  private(set) var leaks: [PublishFinding] = []

  init(policy: Publish, page: String, url: @escaping (String) -> String?) {
    redaction = Redaction(policy: policy)
    self.page = page
    self.url = url
  }

  /// The node as it may enter the page; `fact` is the path of what it tells about.
  mutating func passed(_ node: Node, fact: String) -> Node {
    switch node.content {
    case .scalar(let text, isPlain: false): return self.text(text, fact)
    case .scalar: return node
    case .list(let items): return Node(items.map { passed($0, fact: fact) })
    case .map(let entries): return map(entries, of: node, fact)
    }
  }

  private mutating func map(_ entries: [Node.Entry], of node: Node, _ fact: String) -> Node {
    let reference = node["ref"]?.text
    // A cell of a table tells about a field of its row's thing.
    let subject = reference ?? node["key"]?.text.map { fact.isEmpty ? $0 : "\(fact).\($0)" } ?? fact
    var passed = entries.map { entry -> (String, Node) in
      // Neither a cell nor the list of them is a field.
      let isCell = node["key"] != nil || entry.key == "cells"
      let path = isCell || subject.isEmpty ? subject : "\(subject).\(entry.key)"
      return (entry.key, self.passed(entry.value, fact: path))
    }
    if let reference, node["url"] == nil, let url = url(reference) { passed.append(("url", Node(url))) }
    return Node(passed)
  }

  private mutating func text(_ text: String, _ fact: String) -> Node {
    switch redaction.verdict(on: text, of: fact) {
    case .clear(let text): return Node(text)
    case .denied: return .null
    case .leaking(let found):
      if let leak = found.first { leaks.append(.leak(leak.kind, fact: fact, page: page)) }
      return .null
    }
  }
}
