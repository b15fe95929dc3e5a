import Nodes

/// A reference as the author wrote it; whether it leads anywhere is checked once everything is read.
struct ReferenceText<Target: ReferenceTarget>: Readable {
  let use: ReferenceUse

  static func read(_ node: Node, in reading: inout Reading) -> ReferenceText {
    let text = node.text ?? reading.refuse(node, expecting: expected, standIn: "")
    return ReferenceText(use: ReferenceUse(text, to: Target.self, range: node.range, item: reading.item))
  }

  static func describe(in schema: inout Schema) -> Node {
    let kinds = Target.kinds.map(\.rawValue).joined(separator: "|")
    let part = Target.part.map { "/\($0)/[a-z0-9][a-z0-9-]*" } ?? ""
    return ["type": "string", "pattern": Node("^(\(kinds)):[a-z0-9][a-z0-9-]*\(part)$")]
  }

  static var standIn: ReferenceText {
    ReferenceText(use: ReferenceUse("", to: Target.self, range: 0..<0, item: nil))
  }

  private static var expected: Expectation {
    let example = "\(Target.kinds.first?.rawValue ?? "host"):id" + (Target.part.map { "/\($0)/id" } ?? "")
    return .words(english: "a reference such as '\(example)'", spanish: "una referencia como '\(example)'")
  }
}
