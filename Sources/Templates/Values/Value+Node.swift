import Nodes

// Data read from YAML or JSON, as templates see it.

extension Value {
  /// What a node means to a template: lists, dicts, numbers, truth values, text.
  public init(_ node: Node) {
    switch node.content {
    case .list(let items): self = .list(items.map(Value.init))
    case .map(let entries): self = .map(Map(entries.map { ($0.key, Value($0.value)) }))
    case .scalar(let text, _):
      switch node.kind {
      case .null: self = .none
      default:
        if let truth = node.boolean {
          self = .bool(truth)
        } else if let number = node.integer {
          self = .int(number)
        } else if let number = node.number {
          self = .double(number)
        } else {
          self = .text(text)
        }
      }
    }
  }
}
