// Expressions, with Jinja's precedence: or, and, not, comparisons, + -, ~, * / // %, **, signs, then what follows.

extension Parser {
  mutating func expression(allowsConditional: Bool = true) throws(Fault) -> Expression {
    try nested { (parser) throws(Fault) in
      allowsConditional ? try parser.conditional() : try parser.or()
    }
  }

  func make(_ kind: Expression.Kind, from start: Int, over parts: [Expression] = []) throws(Fault)
    -> Expression
  {
    let depth = (parts.map(\.depth).max() ?? 0) + 1
    let range = range(from: start)
    guard depth <= Parser.deepestChain else { throw Fault(.nestedTooDeep(Parser.deepestChain), at: range) }
    return Expression(kind: kind, range: range, depth: depth)
  }

  private mutating func conditional() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var value = try or()
    while skip(name: "if") {
      let test = try or()
      let otherwise: Expression? = skip(name: "else") ? try expression() : nil
      value = try make(
        .conditional(test: test, then: value, otherwise: otherwise), from: start,
        over: [value, test] + (otherwise.map { [$0] } ?? []))
    }
    return value
  }

  private mutating func or() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var left = try and()
    while skip(name: "or") {
      let right = try and()
      left = try make(.or(left, right), from: start, over: [left, right])
    }
    return left
  }

  private mutating func and() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var left = try not()
    while skip(name: "and") {
      let right = try not()
      left = try make(.and(left, right), from: start, over: [left, right])
    }
    return left
  }

  private mutating func not() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    guard skip(name: "not") else { return try comparison() }
    let operand = try nested { (parser) throws(Fault) in try parser.not() }
    return try make(.unary(.not, operand), from: start, over: [operand])
  }

  private mutating func comparison() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    let first = try arithmetic(Parser.loosest)
    var rest: [(sign: Comparison, operand: Expression)] = []
    while let sign = comparisonSign() {
      rest.append((sign, try arithmetic(Parser.loosest)))
    }
    return rest.isEmpty
      ? first : try make(.compare(first, rest), from: start, over: [first] + rest.map(\.operand))
  }

  private mutating func comparisonSign() -> Comparison? {
    if current.isName("not"), next.isName("in") {
      advance()
      advance()
      return .notContained
    }
    if skip(name: "in") { return .contained }
    guard current.kind == .sign, let sign = Parser.comparisons[current.text] else { return nil }
    advance()
    return sign
  }

  private static let comparisons: [String: Comparison] = [
    "==": .equal, "!=": .unequal, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
  ]

  private static let loosest = 0
  /// The binary operators by level; `~` stands between the sums and the products.
  private static let levels: [[String: BinaryOperator]] = [
    ["+": .add, "-": .subtract], [:],
    ["*": .multiply, "/": .divide, "//": .floorDivide, "%": .modulo],
    ["**": .power],
  ]

  private mutating func arithmetic(_ level: Int) throws(Fault) -> Expression {
    if level == Parser.levels.count { return try unary() }
    if level == 1 { return try concat() }
    let start = current.range.lowerBound
    var left = try arithmetic(level + 1)
    while current.kind == .sign, let sign = Parser.levels[level][current.text] {
      advance()
      let right = try arithmetic(level + 1)
      left = try make(.binary(sign, left, right), from: start, over: [left, right])
    }
    return left
  }

  private mutating func concat() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var parts = [try arithmetic(2)]
    while skip(sign: "~") { parts.append(try arithmetic(2)) }
    return parts.count == 1 ? parts[0] : try make(.concat(parts), from: start, over: parts)
  }

  mutating func unary(withFilters: Bool = true) throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var value: Expression
    if current.isSign("-") || current.isSign("+") {
      let sign: UnaryOperator = advance().text == "-" ? .negate : .plus
      let operand = try nested { (parser) throws(Fault) in try parser.unary(withFilters: false) }
      value = try make(.unary(sign, operand), from: start, over: [operand])
    } else {
      value = try primary()
    }
    value = try postfix(value, from: start)
    return withFilters ? try filters(value, from: start) : value
  }

  func number(_ token: Token) throws(Fault) -> Value {
    if token.kind == .float { return .double(Double(token.text) ?? .infinity) }
    let digits = token.text.filter { $0 != "_" }
    let number: Int? =
      switch digits.prefix(2).lowercased() {
      case "0x": Int(digits.dropFirst(2), radix: 16)
      case "0o": Int(digits.dropFirst(2), radix: 8)
      case "0b": Int(digits.dropFirst(2), radix: 2)
      default: Int(digits)
      }
    guard let number else { throw Fault(.numberTooLarge, at: token.range) }
    return .int(number)
  }
}
