import Diagnostics
import Nodes

// Reading a field and keeping it as a fact in one step, so that the two cannot differ.

extension Facts {
  /// Asks for a field that may be absent, or `unknown`.
  mutating func take<Value: Readable & Factual>(
    _ key: String, _ about: String, _ fields: inout Fields, isPrivate: Bool = false
  ) -> Value? {
    guard let answer: Known<Value> = fields.optional(key, about) else { return nil }
    guard let value = answer.value else {
      append(key, .unknown, isPrivate: isPrivate)
      return nil
    }
    append(key, value.fact, isPrivate: isPrivate)
    return value
  }

  /// Asks for a field that has a default, which is a fact too.
  mutating func take<Value: Readable & Factual>(
    _ key: String, _ about: String, _ fields: inout Fields, default fallback: Value
  ) -> Value {
    let value: Value = fields.value(key, about, default: fallback)
    append(key, value.fact, isPrivate: false)
    return value
  }

  /// Asks for a number within bounds, which is a fact even where it is the default.
  mutating func take(
    _ key: String, _ about: String, _ fields: inout Fields, default fallback: Int, in bounds: ClosedRange<Int>
  ) -> Int {
    let value = fields.value(key, about, default: fallback, in: bounds)
    append(key, value.fact, isPrivate: false)
    return value
  }

  /// Asks for a count, which is never negative.
  mutating func take(
    _ key: String, _ about: String, _ fields: inout Fields, isPrivate: Bool = false
  ) -> Int? {
    let count: Count? = take(key, about, &fields, isPrivate: isPrivate)
    return count?.value
  }

  /// Asks for a list; one item needs no brackets.
  mutating func list<Value: Readable & Factual>(
    _ key: String, _ about: String, _ fields: inout Fields, isPrivate: Bool = false
  ) -> [Value] {
    guard let answer: Known<OneOrMore<Value>> = fields.optional(key, about) else { return [] }
    guard let items = answer.value?.items else {
      append(key, .unknown, isPrivate: isPrivate)
      return []
    }
    append(key, items.fact, isPrivate: isPrivate)
    return items
  }

  /// Asks for what something refers to.
  mutating func reference<Target: ReferenceTarget>(
    _ key: String, _ about: String, _ target: Target.Type, _ fields: inout Fields
  ) -> Reference? {
    guard let answer: Known<ReferenceText<Target>> = fields.optional(key, about) else { return nil }
    guard var use = answer.value?.use else {
      append(key, .unknown, isPrivate: false)
      return nil
    }
    use.field = key
    references.append(use)
    if let reference = use.reference { append(key, .reference(reference), isPrivate: false) }
    return use.reference
  }

  /// Asks for all that something refers to; one needs no brackets.
  mutating func references<Target: ReferenceTarget>(
    _ key: String, _ about: String, _ target: Target.Type, _ fields: inout Fields
  ) -> [Reference] {
    guard let answer: Known<OneOrMore<ReferenceText<Target>>> = fields.optional(key, about) else { return [] }
    guard let items = answer.value?.items else {
      append(key, .unknown, isPrivate: false)
      return []
    }
    let uses = items.map { item in
      var use = item.use
      use.field = key
      return use
    }
    references += uses
    let found = uses.compactMap(\.reference)
    append(key, .list(found.map { .reference($0) }), isPrivate: false)
    return found
  }

  /// A field is asked for once, so nothing can be replaced.
  private mutating func append(_ name: String, _ value: FactValue, isPrivate: Bool) {
    add(Row(name: name, value: value, isPrivate: isPrivate))
  }
}

/// A value, or the word `unknown` in its place.
struct Known<Value: Readable>: Readable {
  /// Nil when the author says that it is not known, or says it wrongly: nothing more is then found wrong with it.
  let value: Value?

  private static var word: String { "unknown" }

  static func read(_ node: Node, in reading: inout Reading) -> Known {
    guard node.text != word else { return Known(value: nil) }
    let before = reading.report.additions
    let value = Value.read(node, in: &reading)
    return Known(value: reading.report.additions == before ? value : nil)
  }

  static func describe(in schema: inout Schema) -> Node {
    let known = Value.describe(in: &schema)
    // A text can be any word.
    return known.means(String.describe(in: &schema)) ? known : ["anyOf": [["const": Node(word)], known]]
  }

  static var standIn: Known { Known(value: Value.standIn) }
}
