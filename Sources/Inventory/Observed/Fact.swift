import Nodes

/// A group of facts that a source may tell: read by name, written with sorted keys, what is not known left out.
///
/// Only the fields named here are ever read or written, so nothing else can reach a snapshot.
public protocol Fact: Fielded, Equatable {
  /// Every field with its value; nil where it is not known.
  var fields: [(name: String, value: Node?)] { get }
}

extension Fact {
  /// The known facts as a map, by sorted keys.
  public var node: Node {
    Node(
      fields.compactMap { field in field.value.map { (field.name, $0) } }.sorted { $0.0 < $1.0 })
  }

  public var written: Node? { node }
}

extension Node {
  /// How a fact is written; nil where nothing is known.
  static func fact(_ value: (some Readable)?) -> Node? { value.flatMap(\.written) }

  /// How a list is written; nil for an empty one.
  static func fact<Value: Readable>(_ values: [Value]) -> Node? { values.isEmpty ? nil : values.written }

  /// How a map is written, by sorted keys; nil for an empty one.
  static func fact<Value: Readable>(_ values: [String: Value]) -> Node? {
    guard !values.isEmpty else { return nil }
    return Node(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value.written ?? .null) })
  }
}

extension Fields {
  /// Asks for a map of facts by name.
  mutating func facts<Value: Readable>(
    _ key: String, _ about: String, of type: Value.Type = Value.self
  ) -> [String: Value] {
    let table: Table<Value> = value(key, about, default: Table())
    return Dictionary(table.rows.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
