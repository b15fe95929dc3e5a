import Nodes

/// A private field that may be published, and why.
public struct Allowance: Readable, Equatable {
  public let path: String
  public let reason: String?
  let range: Range<Int>

  public static func read(_ node: Node, in reading: inout Reading) -> Allowance {
    if let path = node.text { return Allowance(path: path, reason: nil, range: node.range) }
    let details = Details.read(node, in: &reading)
    return Allowance(path: details.path, reason: details.reason, range: node.range)
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["anyOf": [["type": "string"], Details.describe(in: &schema)]]
  }

  public static var standIn: Allowance { Allowance(path: "", reason: nil, range: 0..<0) }

  private struct Details: Fielded {
    let path: String
    let reason: String?

    init(reading fields: inout Fields) {
      path = fields.value("path", "The field, such as host:nas.serial.")
      reason = fields.optional("reason", "Why it may be shown.")
    }
  }
}
