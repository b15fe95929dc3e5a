// Equality and order as Python has them.

extension Value {
  func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): return Value.same(a, b)
    case (.int(let a), .int(let b)): return a == b
    case (.none, .none): return true
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)): return Value.equal(a, b)
    case (.map(let a), .map(let b)): return Value.equal(a, b)
    case (.range(let a), .range(let b)): return a == b
    case (.object(let a), .object(let b)): return a === b
    case (.callable(let a), .callable(let b)): return a === b
    case (.live(let a), .live(let b)): return a == b
    case (.undefined, .undefined): return true
    default: break
    }
    if let a = integer, let b = other.integer { return a == b }
    if let a = number, let b = other.number { return a == b }
    if let a = string, let b = other.string { return Value.same(a, b) }
    return false
  }

  /// Letter by letter: Swift's own `==` takes composed and decomposed accents for the same.
  static func same(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count == other.utf8.count else { return false }
    var (one, other) = (one, other)
    return one.withUTF8 { one in
      other.withUTF8 { other in
        // Eight bytes at a time: names of templates and such are mostly the same.
        var index = 0
        let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
        while index + 8 <= one.count {
          guard
            one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
              == other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          else { return false }
          index += 8
        }
        while index < one.count {
          guard one[index] == other[index] else { return false }
          index += 1
        }
        return true
      }
    }
  }

  private static func equal(_ one: [Value], _ other: [Value]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { $0.equals($1) }
  }

  private static func equal(_ one: Map, _ other: Map) -> Bool {
    one.count == other.count
      && one.entries.allSatisfy { entry in
        other.position(of: entry.id).map { other.entries[$0].value.equals(entry.value) } ?? false
      }
  }

  /// Whether the value stands before another; refuses what has no common order.
  func precedes(_ other: Value, by sign: String = "<") throws(Fault) -> Bool {
    if let a = integer, let b = other.integer { return a < b }
    if let a = number, let b = other.number { return a < b }
    if let a = string, let b = other.string { return Value.before(a, b) }
    switch (self, other) {
    case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)):
      for (mine, theirs) in zip(a, b) where !mine.equals(theirs) {
        return try mine.precedes(theirs, by: sign)
      }
      return a.count < b.count
    default: throw Fault(.notOrdered(sign, kindName, other.kindName))
    }
  }

  /// Order by code points, which is the order of UTF-8 bytes.
  static func before(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
