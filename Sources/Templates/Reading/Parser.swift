/// Builds statements and expressions from tokens.
struct Parser {
  let tokens: [Token]
  private let bytes: [UInt8]
  var index = 0
  /// How deep expressions and blocks stand inside one another at this point.
  var nesting = 0
  /// How many loops enclose this point, for `break` and `continue`.
  var loops = 0
  /// The opening tags that still wait for their end, for messages.
  var open: [(tag: String, range: Range<Int>)] = []
  var blockNames: Set<String> = []

  /// No author nests deeper; a walk over the tree stays well within a thread's stack.
  static let deepestNesting = 100
  /// Longest chain of operators, filters or members in one expression.
  static let deepestChain = 300

  init(_ tokens: [Token], of bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
  }

  static func parse(_ bytes: [UInt8], syntax: Syntax) throws(Fault) -> [Statement] {
    var lexer = Lexer(bytes, syntax: syntax)
    var parser = Parser(try lexer.tokenize(), of: bytes)
    return try parser.statements(until: []).body
  }

  func blankText(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(\.isSpace) }

  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func skip(sign: String) -> Bool {
    guard current.isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func skip(name: String) -> Bool {
    guard current.isName(name) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func expect(sign: String) throws(Fault) -> Token {
    guard current.isSign(sign) else { throw unexpected(wanted: "“\(sign)”") }
    return advance()
  }

  mutating func expectName() throws(Fault) -> Token {
    guard current.kind == .name else { throw unexpected(wanted: nil, name: true) }
    return advance()
  }

  mutating func expectBlockEnd() throws(Fault) {
    guard current.kind == .blockEnd else { throw unexpected(wanted: "“%}”") }
    advance()
  }

  /// The end of a tag that a body follows; a colon before it is Python's and means nothing.
  mutating func expectBody() throws(Fault) {
    _ = skip(sign: ":")
    try expectBlockEnd()
  }

  func unexpected(wanted: String?, name: Bool = false) -> Fault {
    Fault(.unexpected(current.shown, wanted: name ? .name : wanted.map { .sign($0) }), at: current.range)
  }

  func range(from start: Int) -> Range<Int> {
    let end = tokens[max(index - 1, 0)].range.upperBound
    return start..<max(start, end)
  }

  /// Runs one level deeper, or refuses.
  mutating func nested<Result>(_ body: (inout Parser) throws(Fault) -> Result) throws(Fault) -> Result {
    guard nesting < Parser.deepestNesting else {
      throw Fault(.nestedTooDeep(Parser.deepestNesting), at: current.range)
    }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }
}

extension Token {
  /// The token in messages.
  var shown: String {
    switch kind {
    case .text: "text"
    case .outputBegin: "“{{”"
    case .outputEnd: "“}}”"
    case .blockBegin: "“{%”"
    case .blockEnd: "“%}”"
    case .end: ""
    case .string: "'\(text)'"
    case .name, .integer, .float, .sign: "“\(text)”"
    }
  }
}
