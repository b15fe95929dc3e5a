/// The methods of Python's strings, lists and dicts that templates use every day.
enum Methods {
  /// Methods that change what they are called on.
  static let changing: Set<String> = [
    "append", "extend", "insert", "pop", "remove", "update", "setdefault", "clear", "sort", "reverse",
  ]

  static func names(of value: Value) -> [String] {
    switch value {
    case .text, .safe, .markup:
      [
        "capitalize", "center", "count", "endswith", "find", "format", "index", "isalnum", "isalpha",
        "isdigit", "islower", "isspace", "isupper", "join", "ljust", "lower", "lstrip", "partition",
        "removeprefix", "removesuffix", "replace", "rjust", "rsplit", "rstrip", "split", "splitlines",
        "startswith", "strip", "swapcase", "title", "upper", "zfill",
      ]
    case .list, .tuple:
      ["append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"]
    case .map: ["clear", "copy", "get", "items", "keys", "pop", "setdefault", "update", "values"]
    default: []
    }
  }

  static func call(
    _ owner: Value, _ name: String, _ positional: [Value], _ named: [(String, Value)],
    in machine: inout Machine
  ) throws(Fault) -> Value? {
    switch owner {
    case .map(let map): return map[Name(name)] == nil ? map.method(name, positional) : nil
    case .list(let items), .tuple(let items):
      switch name {
      case "count": return .int(items.filter { $0.equals(positional.first ?? .missing) }.count)
      case "index": return items.firstIndex { $0.equals(positional.first ?? .missing) }.map(Value.int)
      case "copy": return owner
      default: return try change(owner, name, positional, named)?.result
      }
    case .text, .safe, .markup:
      return try TextMethods(text: owner.string ?? "", isSafe: owner.isSafe, called: name).call(
        positional, named, &machine)
    default: return nil
    }
  }

  /// Calls a method that changes its owner; gives the answer and what the owner became.
  static func change(
    _ owner: Value, _ name: String, _ positional: [Value], _ named: [(String, Value)]
  ) throws(Fault) -> (result: Value, changed: Value)? {
    switch owner {
    case .list(let items): try change(items, name, positional)
    case .map(let map) where map[Name(name)] == nil: try change(map, name, positional, named)
    default: nil
    }
  }

  private static func change(
    _ items: [Value], _ name: String, _ arguments: [Value]
  ) throws(Fault) -> (result: Value, changed: Value)? {
    var items = items
    var result = Value.none
    switch (name, arguments.first) {
    case ("append", let item?): items.append(item)
    case ("extend", .list(let more)?), ("extend", .tuple(let more)?): items += more
    case ("insert", let place?):
      guard arguments.count == 2, let index = place.integer else { return nil }
      items.insert(arguments[1], at: min(max(index < 0 ? index + items.count : index, 0), items.count))
    case ("pop", let place):
      guard let index = (place?.integer ?? -1).place(in: items.count) else { throw Fault(.emptyList) }
      result = items.remove(at: index)
    case ("remove", let item?):
      if let index = items.firstIndex(where: { $0.equals(item) }) { items.remove(at: index) }
    case ("reverse", nil): items.reverse()
    case ("clear", nil): items = []
    case ("sort", nil): items = try Filters.sorted(items.map { ([$0], $0) }, descending: false).map(\.1)
    default: return nil
    }
    return (result, .list(items))
  }

  private static func change(
    _ map: Map, _ name: String, _ arguments: [Value], _ named: [(String, Value)]
  ) throws(Fault) -> (result: Value, changed: Value)? {
    var map = map
    var result = Value.none
    switch name {
    case "update":
      if case .map(let more)? = arguments.first { for entry in more.entries { map[entry.key] = entry.value } }
      for (key, value) in named { map[Name(key)] = value }
    case "setdefault":
      guard let key = arguments.first else { return nil }
      result = map[key] ?? (arguments.count > 1 ? arguments[1] : .none)
      map[key] = result
    case "pop":
      guard let key = arguments.first else { return nil }
      guard let found = map[key] ?? (arguments.count > 1 ? arguments[1] : nil) else {
        throw Fault(.undefinedElement(key.shown, of: "dict"))
      }
      result = found
      map[key] = nil
    case "clear": map = Map()
    default: return nil
    }
    return (result, .map(map))
  }
}

extension Map {
  func method(_ name: String, _ arguments: [Value]) -> Value? {
    switch name {
    case "items": .list(entries.map { .tuple([$0.key, $0.value]) })
    case "keys": .list(entries.map(\.key))
    case "values": .list(entries.map(\.value))
    case "get": arguments.first.map { self[$0] ?? (arguments.count > 1 ? arguments[1] : .none) }
    case "copy": .map(self)
    default: nil
    }
  }
}
