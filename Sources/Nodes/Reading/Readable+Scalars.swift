// The scalars that fields are made of.

extension String: Readable {
  /// Any scalar will do: `title: 2026` is the text `2026`.
  public static func read(_ node: Node, in reading: inout Reading) -> String {
    node.text ?? reading.refuse(node, expecting: .text, standIn: standIn)
  }

  public static func describe(in schema: inout Schema) -> Node { ["type": ["string", "number", "boolean"]] }
  public static var standIn: String { "" }
  public var written: Node? { Node(self) }
}

extension Int: Readable {
  public static func read(_ node: Node, in reading: inout Reading) -> Int {
    node.integer ?? reading.refuse(node, expecting: .integer, standIn: standIn)
  }

  public static func describe(in schema: inout Schema) -> Node { ["type": "integer"] }
  public static var standIn: Int { 0 }
  public var written: Node? { Node(self) }
}

extension Double: Readable {
  public static func read(_ node: Node, in reading: inout Reading) -> Double {
    node.number ?? reading.refuse(node, expecting: .number, standIn: standIn)
  }

  public static func describe(in schema: inout Schema) -> Node { ["type": "number"] }
  public static var standIn: Double { 0 }
  public var written: Node? { Node(self) }
}

extension Bool: Readable {
  public static func read(_ node: Node, in reading: inout Reading) -> Bool {
    node.boolean ?? reading.refuse(node, expecting: .boolean, standIn: standIn)
  }

  public static func describe(in schema: inout Schema) -> Node { ["type": "boolean"] }
  public static var standIn: Bool { false }
  public var written: Node? { Node(self) }
}

/// Anything: for values that are handed on as they are.
extension Node: Readable {
  public static func read(_ node: Node, in reading: inout Reading) -> Node { node }
  public static func describe(in schema: inout Schema) -> Node { [:] }
  public static var standIn: Node { .null }
  public var written: Node? { self }
}
