import Nodes

/// Texts by names that the author chooses, such as labels.
public struct TextMap: Readable, FactGroup, Equatable {
  public let facts: Facts

  public static func read(_ node: Node, in reading: inout Reading) -> TextMap {
    var facts = Facts()
    for row in Table<String>.read(node, in: &reading).rows { facts.set(row.key, to: .text(row.value)) }
    return TextMap(facts: facts)
  }

  public static func describe(in schema: inout Schema) -> Node { Table<String>.describe(in: &schema) }
  public static var standIn: TextMap { TextMap(facts: Facts()) }
}
