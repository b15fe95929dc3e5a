// Nodes written in Swift, for what we write out ourselves: `["title": "Hola", "pages": 3]`.

extension Node {
  public static let null = Node(.scalar("null", isPlain: true))

  public init(_ text: String) { self.init(.scalar(text, isPlain: false)) }

  public init(_ truth: Bool) { self.init(.scalar(truth ? "true" : "false", isPlain: true)) }

  public init(_ integer: Int) { self.init(.scalar(String(integer), isPlain: true)) }

  public init(_ number: Double) {
    let lexeme =
      number.isNaN ? ".nan" : number == .infinity ? ".inf" : number == -.infinity ? "-.inf" : "\(number)"
    self.init(.scalar(lexeme, isPlain: true))
  }

  public init(_ items: [Node]) { self.init(.list(items)) }

  public init(_ entries: [(String, Node)]) {
    self.init(.map(entries.map { Entry(key: $0.0, value: $0.1) }))
  }
}

extension Node: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral text: String) { self.init(text) }
  public init(booleanLiteral truth: Bool) { self.init(truth) }
  public init(integerLiteral integer: Int) { self.init(integer) }
}

extension Node: ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(floatLiteral number: Double) { self.init(number) }
  public init(arrayLiteral items: Node...) { self.init(items) }
  public init(dictionaryLiteral entries: (String, Node)...) { self.init(entries) }
}
