/// A dictionary that keeps the order in which its keys came.
///
/// A key is found by its 64-bit digest: a few entries are searched one by one, many through an index.
public struct Map: Sendable {
  struct Entry: Sendable {
    let id: UInt64
    let key: Value
    var value: Value
  }

  private(set) var entries: [Entry] = []
  /// Where each key of a large map lies; nil while the map is small, so that copying it costs nothing more.
  private var index: [UInt64: Int]?

  /// Up to this many entries a walk over the digests beats hashing.
  private static let searchedOneByOne = 12

  public init() {}

  public init(_ pairs: some Sequence<(String, Value)>) {
    entries.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[Name(key)] = value }
  }

  /// Makes a map whose names are known beforehand, each other than the rest, so that nothing is digested or compared.
  public init(_ names: [Name], _ values: [Value]) {
    entries.reserveCapacity(names.count)
    for (name, value) in zip(names, values) {
      add(Entry(id: name.id, key: .text(name.text), value: value))
    }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }

  func position(of id: UInt64) -> Int? {
    if entries.count > Map.searchedOneByOne { return index?[id] }
    return entries.withUnsafeBufferPointer { entries in
      for position in entries.indices where entries[position].id == id { return position }
      return nil
    }
  }

  /// The value of a name.
  public subscript(name: Name) -> Value? {
    get { position(of: name.id).map { entries[$0].value } }
    set { set(name.id, key: .text(name.text), newValue) }
  }

  /// The value of any key that may be one; nil for lists and other changing things.
  subscript(key: Value) -> Value? {
    get { key.keyDigest.flatMap { position(of: $0) }.map { entries[$0].value } }
    set {
      guard let id = key.keyDigest else { return }
      set(id, key: key, newValue)
    }
  }

  private mutating func set(_ id: UInt64, key: Value, _ value: Value?) {
    switch (position(of: id), value) {
    case (let position?, let value?): entries[position].value = value
    case (nil, let value?): add(Entry(id: id, key: key, value: value))
    case (let position?, nil): remove(at: position)
    case (nil, nil): break
    }
  }

  private mutating func add(_ entry: Entry) {
    entries.append(entry)
    if entries.count == Map.searchedOneByOne + 1 {
      index = [:]
      for position in entries.indices { index?[entries[position].id] = position }
    } else if entries.count > Map.searchedOneByOne {
      index?[entry.id] = entries.count - 1
    }
  }

  private mutating func remove(at position: Int) {
    let rest = entries[..<position] + entries[(position + 1)...]
    entries = []
    index = nil
    for entry in rest { add(entry) }
  }
}

extension Value {
  /// The digest by which a value is a key; nil for what Python would not hash.
  var keyDigest: UInt64? {
    switch self {
    case .text(let text), .safe(let text): Name.digest(of: text)
    case .int(let number): Value.mix(UInt64(bitPattern: Int64(number)), 1)
    case .bool(let truth): Value.mix(truth ? 1 : 0, 1)
    case .double(let number):
      Int(exactly: number).map { Value.mix(UInt64(bitPattern: Int64($0)), 1) }
        ?? Value.mix(number.bitPattern, 2)
    case .none: Value.mix(0, 3)
    case .tuple(let items): Value.digest(of: items)
    case .object(let object): Value.mix(UInt64(UInt(bitPattern: ObjectIdentifier(object).hashValue)), 5)
    default: nil
    }
  }

  private static func digest(of items: [Value]) -> UInt64? {
    var sum: UInt64 = 4
    for item in items {
      guard let digest = item.keyDigest else { return nil }
      sum = mix(sum ^ digest, 4)
    }
    return sum
  }

  private static func mix(_ value: UInt64, _ kind: UInt64) -> UInt64 {
    var mixed = (value &+ kind &* 0x9E37_79B9_7F4A_7C15) ^ 0xD6E8_FEB8_6659_FD93
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 29)
  }
}
