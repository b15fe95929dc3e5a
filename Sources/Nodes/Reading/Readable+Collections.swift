// Lists and maps of readable values.

extension Array: Readable where Element: Readable {
  public static func read(_ node: Node, in reading: inout Reading) -> [Element] {
    guard let items = node.list else { return reading.refuse(node, expecting: .list, standIn: []) }
    return items.enumerated().map { index, item in
      reading.under(index) { Element.read(item, in: &$0) }
    }
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["type": "array", "items": Element.describe(in: &schema)]
  }

  public static var standIn: [Element] { [] }

  public var written: Node? {
    let items = compactMap(\.written)
    return items.count == count ? Node(items) : nil
  }
}

/// A list, or one item without brackets: `tags: talos`.
public struct OneOrMore<Element: Readable>: Readable {
  public let items: [Element]

  public init(_ items: [Element] = []) { self.items = items }

  public static func read(_ node: Node, in reading: inout Reading) -> OneOrMore {
    OneOrMore(node.list == nil ? [Element.read(node, in: &reading)] : [Element].read(node, in: &reading))
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["anyOf": [Element.describe(in: &schema), [Element].describe(in: &schema)]]
  }

  public static var standIn: OneOrMore { OneOrMore() }
  public var written: Node? { items.written }
}

/// A map from names that the author chooses to values of one type, in the author's order.
public struct Table<Value: Readable>: Readable {
  public struct Row: Sendable {
    public let key: String
    public let keyRange: Range<Int>
    public let value: Value
  }

  public let rows: [Row]

  public init(_ rows: [Row] = []) { self.rows = rows }

  public subscript(key: String) -> Value? { rows.first { $0.key == key }?.value }

  public static func read(_ node: Node, in reading: inout Reading) -> Table {
    guard let entries = node.entries else { return reading.refuse(node, expecting: .map, standIn: Table()) }
    return Table(
      entries.map { entry in
        let value = reading.under(entry.key) { Value.read(entry.value, in: &$0) }
        return Row(key: entry.key, keyRange: entry.keyRange, value: value)
      })
  }

  public static func describe(in schema: inout Schema) -> Node {
    ["type": "object", "additionalProperties": Value.describe(in: &schema)]
  }

  public static var standIn: Table { Table() }
  public var written: Node? { rows.isEmpty ? Node(.map([])) : nil }
}

/// A value with the place where it is written, for what is checked later, such as a reference.
public struct Located<Value: Readable>: Readable {
  public let value: Value
  public let range: Range<Int>

  public init(_ value: Value, range: Range<Int>) {
    self.value = value
    self.range = range
  }

  public static func read(_ node: Node, in reading: inout Reading) -> Located {
    Located(Value.read(node, in: &reading), range: node.range)
  }

  public static func describe(in schema: inout Schema) -> Node { Value.describe(in: &schema) }
  public static var standIn: Located { Located(Value.standIn, range: 0..<0) }
  public var written: Node? { value.written }
}
