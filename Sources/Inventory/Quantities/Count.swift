import Nodes

/// How many of something there are.
struct Count: TextReadable, Factual {
  let value: Int

  init?(text: String) {
    guard let value = Int(text), value >= 0 else { return nil }
    self.value = value
  }

  private init() { value = 0 }

  static let expected = Expectation.words(
    english: "a whole number, 0 or more", spanish: "un número entero, 0 o más")
  static let standIn = Count()
  var written: Node? { Node(value) }
  var fact: FactValue { .integer(value) }

  static func describe(in schema: inout Schema) -> Node { ["type": "integer", "minimum": 0] }
}
