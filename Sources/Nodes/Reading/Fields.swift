import Diagnostics

/// The fields of one map, asked for by name; the same questions read a document or describe it.
public struct Fields: Sendable {
  var reading: Reading?
  var schema: Schema
  private let node: Node
  private let entries: [Node.Entry]
  /// Which of the first entries were asked for, a bit each.
  private var answered: UInt64 = 0
  private var asked: [String] = []
  private var oldNames: Set<String> = []
  private var takesRest = false
  /// Keys that begin with one of these are the author's own.
  private var freePrefixes: [String] = []
  private var properties: [(String, Node)] = []
  private var required: [Node] = []
  /// For each required key with old names, that one of its names must be there.
  private var requiredUnderAnyName: [Node] = []
  private var restSchema: Node = false

  /// Few maps have more fields.
  private static let usual = 32

  init(reading node: Node, in reading: Reading) {
    self.node = node
    entries = node.entries ?? []
    self.reading = reading
    schema = Schema(isSketch: true)
    asked.reserveCapacity(Self.usual)
  }

  init(describingIn schema: Schema) {
    node = .null
    entries = []
    reading = nil
    self.schema = schema
  }
}

extension Fields {
  /// Asks for a field that must be given.
  public mutating func value<Value: Readable>(
    _ key: String, _ about: String, as type: Value.Type = Value.self, was: [String] = []
  ) -> Value {
    describe(key, about, type, was: was, isRequired: true)
    guard reading != nil else { return type.standIn }
    guard let entry = entry(key, was: was) else {
      let path = reading?.path(of: key) ?? key
      reading?.add(
        ReadingFinding.missingKey(path: path), at: node.range.lowerBound..<node.range.lowerBound + 1)
      return type.standIn
    }
    return read(entry)
  }

  /// Asks for a field that has a default; an empty value counts as absent.
  public mutating func value<Value: Readable>(
    _ key: String, _ about: String, default fallback: Value, was: [String] = []
  ) -> Value {
    describe(key, about, Value.self, was: was, default: fallback)
    guard let entry = entry(key, was: was), !entry.value.isNull else { return fallback }
    return read(entry)
  }

  /// Asks for a number within bounds.
  public mutating func value<Value: Readable & Comparable>(
    _ key: String, _ about: String, default fallback: Value, in bounds: ClosedRange<Value>, was: [String] = []
  ) -> Value {
    describe(
      key, about, Value.self, was: was, default: fallback, bounds: (bounds.lowerBound, bounds.upperBound))
    guard let entry = entry(key, was: was), !entry.value.isNull else { return fallback }
    let before = reading?.report.count(of: .error)
    let value = read(entry) as Value
    guard before == reading?.report.count(of: .error), !bounds.contains(value) else { return value }
    let path = reading?.path(of: key) ?? key
    reading?.add(
      ReadingFinding.outOfRange(
        path: path, from: "\(bounds.lowerBound)", to: "\(bounds.upperBound)", found: entry.value.text ?? ""),
      at: entry.value.range)
    return fallback
  }

  /// Asks for a field that may be absent.
  public mutating func optional<Value: Readable>(
    _ key: String, _ about: String, as type: Value.Type = Value.self, was: [String] = []
  ) -> Value? {
    describe(key, about, type, was: was)
    guard let entry = entry(key, was: was), !entry.value.isNull else { return nil }
    return read(entry) as Value
  }

  /// Asks for a structure whose own fields all have defaults, so that the whole of it may be absent.
  public mutating func block<Value: Fielded>(
    _ key: String, _ about: String, as type: Value.Type = Value.self, was: [String] = []
  ) -> Value {
    describe(key, about, type, was: was)
    guard reading != nil else { return type.standIn }
    let absent = Node.Entry(key: key, value: Node(.map([]), range: node.range))
    return read(entry(key, was: was) ?? absent)
  }

  /// Takes all keys that were not asked for; without this line they are mistakes.
  public mutating func rest<Value: Readable>(_ about: String, as type: Value.Type = Value.self) -> Table<
    Value
  > {
    takesRest = true
    restSchema = schema.isSketch ? true : type.describe(in: &schema)
    let rest = entries.filter { !asked.contains($0.key) && !oldNames.contains($0.key) }
    return Table(rest.map { Table.Row(key: $0.key, keyRange: $0.keyRange, value: read($0)) })
  }

  /// Takes the keys that begin with a prefix, which are the author's own, such as `x-`.
  public mutating func free(prefix: String) -> [Node.Entry] {
    freePrefixes.append(prefix)
    return entries.filter { $0.key.hasPrefix(prefix) }
  }

  /// Reports a mistake of the caller's own about a field, at its value.
  public mutating func report(_ finding: some Finding, at key: String) {
    let place = node[key]?.range ?? node.range
    reading?.add(finding, at: place)
  }

  /// Where a field's value is written; the whole map's place when it is absent.
  public func range(of key: String) -> Range<Int> { node[key]?.range ?? node.range }

  /// The path of a key from the document's root, for messages: `menu[2].url`.
  public func path(of key: String) -> String { reading?.path(of: key) ?? key }
}

extension Fields {
  private mutating func read<Value: Readable>(_ entry: Node.Entry) -> Value {
    guard var inner = reading.take() else { return Value.standIn }
    defer { reading = inner }
    return inner.under(entry.key) { Value.read(entry.value, in: &$0) }
  }

  /// The entry of a key, under its name or an old one.
  private mutating func entry(_ key: String, was: [String]) -> Node.Entry? {
    guard reading != nil else { return nil }
    let current = entry(key)
    guard !was.isEmpty else { return current }
    guard let old = entries.first(where: { was.contains($0.key) }) else { return current }
    let path = reading?.path(of: old.key) ?? old.key
    if current == nil {
      reading?.add(ReadingFinding.renamedKey(path: path, name: key), at: old.keyRange)
    } else {
      reading?.add(ReadingFinding.keyUnderTwoNames(path: path, name: key), at: old.keyRange)
    }
    return current ?? old
  }

  /// The entry of a key under this name. Entries are looked at in their place: to copy each costs more than to compare.
  private mutating func entry(_ key: String) -> Node.Entry? {
    let count = key.utf8.count
    for index in entries.indices where entries[index].key.utf8.count == count && entries[index].key == key {
      if index < answered.bitWidth { answered |= 1 << UInt64(index) }
      return entries[index]
    }
    return nil
  }

  /// Reports the keys that nobody asked for, and hands the reading back.
  consuming func finish() -> Reading {
    guard var reading else { preconditionFailure("a description has no reading") }
    guard answered.nonzeroBitCount < entries.count, !takesRest else { return reading }
    for entry in entries
    where !asked.contains(entry.key) && !oldNames.contains(entry.key)
      && !freePrefixes.contains(where: entry.key.hasPrefix)
    {
      let nearest = nearest(to: entry.key, among: asked)
      reading.add(
        ReadingFinding.unknownKey(path: reading.path(of: entry.key), nearest: nearest, known: asked),
        at: entry.keyRange)
    }
    return reading
  }
}

extension Fields {
  /// The schema of the map, once all fields have been asked for.
  var description: Node {
    var node: [(String, Node)] = [("type", "object"), ("properties", Node(properties))]
    if !required.isEmpty { node.append(("required", Node(required))) }
    if !requiredUnderAnyName.isEmpty { node.append(("allOf", Node(requiredUnderAnyName))) }
    if !freePrefixes.isEmpty {
      node.append(("patternProperties", Node(freePrefixes.map { ("^\($0)", [:]) })))
    }
    node.append(("additionalProperties", restSchema))
    return Node(node)
  }

  private mutating func describe<Value: Readable>(
    _ key: String, _ about: String, _ type: Value.Type, was: [String], isRequired: Bool = false,
    default fallback: Value? = nil, bounds: (Value, Value)? = nil
  ) {
    asked.append(key)
    if !was.isEmpty { oldNames.formUnion(was) }
    guard reading == nil, !schema.isSketch else { return }
    var entries: [(String, Node)] = [("description", Node(about))]
    entries += (type.describe(in: &schema).entries ?? []).map { ($0.key, $0.value) }
    if let lower = bounds?.0.written, let upper = bounds?.1.written {
      entries += [("minimum", lower), ("maximum", upper)]
    }
    if let written = fallback?.written { entries.append(("default", written)) }
    properties.append((key, Node(entries)))
    for old in was { properties.append((old, Node(entries + [("deprecated", true)]))) }
    guard isRequired else { return }
    if was.isEmpty {
      required.append(Node(key))
    } else {
      let names = [key] + was
      requiredUnderAnyName.append(["anyOf": Node(names.map { ["required": [Node($0)]] })])
    }
  }
}
