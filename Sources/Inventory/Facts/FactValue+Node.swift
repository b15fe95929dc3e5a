import Nodes

extension FactValue {
  /// What an author's own key holds, as it stands.
  init(_ node: Node) {
    if let entries = node.entries {
      var facts = Facts()
      for entry in entries { facts.set(entry.key, to: FactValue(entry.value)) }
      self = .group(facts)
    } else if let items = node.list {
      self = .list(items.map { FactValue($0) })
    } else if let truth = node.boolean {
      self = .truth(truth)
    } else if let integer = node.integer {
      self = .integer(integer)
    } else {
      self = .text(node.text ?? "")
    }
  }
}
