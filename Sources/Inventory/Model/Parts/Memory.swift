import Nodes

/// The memory of a machine: `32 GiB`, or a map that says more.
public struct Memory: Readable, FactGroup, Equatable {
  public let size: ByteSize?
  public let type: String?
  public let max: ByteSize?
  public let facts: Facts

  public static func read(_ node: Node, in reading: inout Reading) -> Memory {
    guard node.entries == nil else { return Memory(Details.read(node, in: &reading)) }
    let size = ByteSize.read(node, in: &reading)
    var facts = Facts()
    facts.set("size", to: size.fact)
    return Memory(size: size, type: nil, max: nil, facts: facts)
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["anyOf": [ByteSize.describe(in: &schema), Details.describe(in: &schema)]]
  }

  public static var standIn: Memory { Memory(Details.standIn) }

  private struct Details: Fielded {
    let size: ByteSize?
    let type: String?
    let max: ByteSize?
    let facts: Facts

    init(reading fields: inout Fields) {
      var facts = Facts()
      size = facts.take("size", "How much there is.", &fields)
      type = facts.take("type", "What it is: DDR4, DDR5.", &fields)
      max = facts.take("max", "How much would fit.", &fields)
      self.facts = facts
    }
  }
}

extension Memory {
  private init(_ details: Details) {
    self.init(size: details.size, type: details.type, max: details.max, facts: details.facts)
  }
}
