// Statements: what stands between `{%` and `%}`, and the text around.

extension Parser {
  /// Reads until one of the tags that end the enclosing statement; gives that tag's name token.
  mutating func statements(until ends: [String]) throws(Fault) -> (body: [Statement], end: Token) {
    var body: [Statement] = []
    while true {
      let token = current
      switch token.kind {
      case .text:
        advance()
        body.append(Statement(kind: .text(token.range), range: token.range))
      case .outputBegin: body.append(try output())
      case .blockBegin:
        advance()
        guard current.kind == .name else { throw Fault(.tagWithoutName, at: current.range) }
        if ends.contains(current.text) { return (body, advance()) }
        body.append(try statement(from: token.range.lowerBound))
      default:
        if let waiting = open.last { throw Fault(.missingEnd(waiting.tag, ends: ends), at: waiting.range) }
        return (body, token)
      }
    }
  }

  private mutating func output() throws(Fault) -> Statement {
    let start = advance().range.lowerBound
    let value = try tuple { _ in false }
    guard current.kind == .outputEnd else { throw unexpected(wanted: "“}}”") }
    advance()
    return Statement(kind: .output(value), range: start..<value.range.upperBound)
  }

  private mutating func statement(from start: Int) throws(Fault) -> Statement {
    let tag = advance()
    open.append((tag.text, tag.range))
    let kind = try nested { (parser) throws(Fault) in try parser.statementKind(tag) }
    open.removeLast()
    try expectBlockEnd()
    return Statement(kind: kind, range: start..<tag.range.upperBound)
  }

  private mutating func statementKind(_ tag: Token) throws(Fault) -> Statement.Kind {
    switch tag.text {
    case "if": return try branch()
    case "for": return try loop()
    case "set": return try set()
    case "with": return try with()
    case "filter": return try filterBlock()
    case "macro": return .macro(try macro())
    case "call": return try callBlock()
    case "block": return try block()
    case "extends": return .extends(try tuple { _ in false })
    case "include": return try include()
    case "import": return try importModule()
    case "from": return try importNames()
    case "do": return .evaluate(try tuple { _ in false })
    case "print": return .with([], body: try printed())
    case "autoescape": return .autoescape(try expression(), body: try body(until: "endautoescape"))
    case "break", "continue":
      guard loops > 0 else { throw Fault(.outsideLoop(tag.text), at: tag.range) }
      return tag.text == "break" ? .breakLoop : .continueLoop
    default: throw unknownTag(tag)
    }
  }

  /// `print a, b` writes one after the other.
  private mutating func printed() throws(Fault) -> [Statement] {
    var values = [try expression()]
    while skip(sign: ",") { values.append(try expression()) }
    return values.map { Statement(kind: .output($0), range: $0.range) }
  }

  private func unknownTag(_ tag: Token) -> Fault {
    let waiting = open.dropLast().last?.tag
    return Fault(.unknownTag(tag.text, inside: waiting), at: tag.range)
  }

  /// Reads a body after the tag's own `%}`, up to and with its end tag's name.
  mutating func body(until end: String) throws(Fault) -> [Statement] {
    try expectBody()
    return try statements(until: [end]).body
  }

  private mutating func branch() throws(Fault) -> Statement.Kind {
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      let test = try tuple(allowsConditional: false) { _ in false }
      try expectBody()
      let (body, end) = try statements(until: ["elif", "else", "endif"])
      branches.append((test, body))
      if end.text == "elif" { continue }
      return .branch(branches, otherwise: end.text == "else" ? try self.body(until: "endif") : [])
    }
  }

  private mutating func loop() throws(Fault) -> Statement.Kind {
    let target = try target(endsAt: "in", forLoop: true)
    guard skip(name: "in") else { throw unexpected(wanted: "“in”") }
    let list = try tuple(allowsConditional: false) {
      $0.current.isName("recursive") || $0.current.isName("if")
    }
    let condition: Expression? = skip(name: "if") ? try expression() : nil
    let isRecursive = skip(name: "recursive")
    try expectBody()
    loops += 1
    let (body, end) = try statements(until: ["else", "endfor"])
    loops -= 1
    let otherwise = end.text == "else" ? try self.body(until: "endfor") : []
    return .loop(
      Loop(
        target: target, list: list, condition: condition, isRecursive: isRecursive, body: body,
        otherwise: otherwise))
  }

  private mutating func target(endsAt end: String, forLoop: Bool = false) throws(Fault) -> Target {
    var targets: [Target] = []
    var isTuple = false
    while !current.isName(end), !current.isSign(end), !current.isSign(")") {
      targets.append(try oneTarget(forLoop: forLoop))
      guard skip(sign: ",") else { break }
      isTuple = true
    }
    if !isTuple, let only = targets.first { return only }
    if targets.isEmpty { throw unexpected(wanted: nil, name: true) }
    return .tuple(targets)
  }

  private mutating func oneTarget(forLoop: Bool) throws(Fault) -> Target {
    if skip(sign: "(") {
      let inner = try target(endsAt: ")", forLoop: forLoop)
      try expect(sign: ")")
      return inner
    }
    let name = try expectName()
    guard !Parser.constants.contains(name.text), !(forLoop && name.text == "loop") else {
      throw Fault(.notAssignable(name.text), at: name.range)
    }
    if !forLoop, skip(sign: ".") { return .attribute(of: name.text, try expectName().text) }
    return .name(name.text)
  }

  private static let constants: Set<String> = ["true", "True", "false", "False", "none", "None"]

  private mutating func set() throws(Fault) -> Statement.Kind {
    let target = try target(endsAt: "=")
    if skip(sign: "=") { return .set(target, try tuple { _ in false }) }
    var filter: Expression?
    let start = current.range.lowerBound
    while skip(sign: "|") { filter = try self.filter(of: filter, from: start) }
    return .setBlock(target, filter: filter, body: try body(until: "endset"))
  }

  private mutating func with() throws(Fault) -> Statement.Kind {
    var pairs: [(target: Target, value: Expression)] = []
    while current.kind != .blockEnd {
      if !pairs.isEmpty { try expect(sign: ",") }
      let target = Target.name(try expectName().text)
      try expect(sign: "=")
      pairs.append((target, try expression()))
    }
    return .with(pairs, body: try body(until: "endwith"))
  }

  private mutating func filterBlock() throws(Fault) -> Statement.Kind {
    let start = current.range.lowerBound
    var filter = try self.filter(of: nil, from: start)
    while skip(sign: "|") { filter = try self.filter(of: filter, from: start) }
    return .filter(filter, body: try body(until: "endfilter"))
  }
}
