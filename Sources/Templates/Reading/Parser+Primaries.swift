// The smallest expressions and what may follow them: members, items, calls, filters, tests.

extension Parser {
  mutating func primary() throws(Fault) -> Expression {
    let token = current
    let start = token.range.lowerBound
    switch token.kind {
    case .name:
      advance()
      return try make(Parser.literal(token.text), from: start)
    case .string:
      var text = ""
      while current.kind == .string { text += advance().text }
      return try make(.constant(.text(text)), from: start)
    case .integer, .float:
      advance()
      return try make(.constant(number(token)), from: start)
    case .sign where token.text == "(":
      advance()
      let inner = try tuple(allowsEmpty: true) { $0.current.isSign(")") }
      try expect(sign: ")")
      return inner
    case .sign where token.text == "[": return try list()
    case .sign where token.text == "{": return try map()
    default: throw unexpected(wanted: nil)
    }
  }

  private static func literal(_ name: String) -> Expression.Kind {
    switch name {
    case "true", "True": .constant(.bool(true))
    case "false", "False": .constant(.bool(false))
    case "none", "None": .constant(.none)
    default: .name(name)
    }
  }

  /// Reads one expression, or a tuple when commas follow.
  mutating func tuple(
    allowsConditional: Bool = true, allowsEmpty: Bool = false, endsAt isEnd: (Parser) -> Bool
  ) throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var items: [Expression] = []
    var isTuple = false
    while !isEnd(self), current.kind != .outputEnd, current.kind != .blockEnd {
      items.append(try expression(allowsConditional: allowsConditional))
      guard skip(sign: ",") else { break }
      isTuple = true
    }
    if !isTuple, let only = items.first { return only }
    if items.isEmpty, !allowsEmpty { throw unexpected(wanted: nil) }
    return try make(.tuple(items), from: start, over: items)
  }

  private mutating func list() throws(Fault) -> Expression {
    let start = advance().range.lowerBound
    var items: [Expression] = []
    while !current.isSign("]") {
      if !items.isEmpty {
        try expect(sign: ",")
        if current.isSign("]") { break }
      }
      items.append(try expression())
    }
    try expect(sign: "]")
    return try make(.list(items), from: start, over: items)
  }

  private mutating func map() throws(Fault) -> Expression {
    let start = advance().range.lowerBound
    var pairs: [(key: Expression, value: Expression)] = []
    while !current.isSign("}") {
      if !pairs.isEmpty {
        try expect(sign: ",")
        if current.isSign("}") { break }
      }
      let key = try expression()
      try expect(sign: ":")
      pairs.append((key, try expression()))
    }
    try expect(sign: "}")
    return try make(.map(pairs), from: start, over: pairs.flatMap { [$0.key, $0.value] })
  }

  mutating func postfix(_ value: Expression, from start: Int) throws(Fault) -> Expression {
    var value = value
    while true {
      if skip(sign: ".") {
        value = try member(of: value, from: start)
      } else if skip(sign: "[") {
        let key = try subscriptKey()
        value = try make(.item(value, key), from: start, over: [value, key])
      } else if current.isSign("(") {
        value = try call(value, from: start)
      } else {
        return value
      }
    }
  }

  private mutating func call(_ value: Expression, from start: Int) throws(Fault) -> Expression {
    let arguments = try callArguments()
    return try make(.call(value, arguments), from: start, over: [value] + arguments.all)
  }

  private mutating func member(of value: Expression, from start: Int) throws(Fault) -> Expression {
    let token = advance()
    if token.kind == .name { return try make(.member(value, token.text), from: start, over: [value]) }
    guard token.kind == .integer else {
      index -= 1
      throw unexpected(wanted: nil, name: true)
    }
    let key = try make(.constant(number(token)), from: token.range.lowerBound)
    return try make(.item(value, key), from: start, over: [value])
  }

  private mutating func subscriptKey() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var keys: [Expression] = []
    while !current.isSign("]") {
      if !keys.isEmpty { try expect(sign: ",") }
      keys.append(try sliceOrKey())
    }
    if keys.isEmpty { throw unexpected(wanted: nil) }
    try expect(sign: "]")
    return keys.count == 1 ? keys[0] : try make(.tuple(keys), from: start, over: keys)
  }

  private mutating func sliceOrKey() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    var parts: [Expression?] = []
    if !current.isSign(":") {
      let key = try expression()
      if !current.isSign(":") { return key }
      parts.append(key)
    } else {
      parts.append(nil)
    }
    while parts.count < 3, skip(sign: ":") {
      let isOpen = current.isSign(":") || current.isSign("]") || current.isSign(",")
      parts.append(isOpen ? nil : try expression())
    }
    while parts.count < 3 { parts.append(nil) }
    return try make(.slice(parts[0], parts[1], parts[2]), from: start, over: parts.compactMap { $0 })
  }

  mutating func filters(_ value: Expression, from start: Int) throws(Fault) -> Expression {
    var value = value
    while true {
      if skip(sign: "|") {
        value = try filter(of: value, from: start)
      } else if skip(name: "is") {
        value = try test(of: value, from: start)
      } else if current.isSign("(") {
        value = try call(value, from: start)
      } else {
        return value
      }
    }
  }

  mutating func filter(of subject: Expression?, from start: Int) throws(Fault) -> Expression {
    let name = try dottedName()
    let arguments = current.isSign("(") ? try callArguments() : CallArguments()
    return try make(
      .filter(subject, name, arguments), from: start, over: (subject.map { [$0] } ?? []) + arguments.all)
  }

  private mutating func dottedName() throws(Fault) -> String {
    var name = try expectName().text
    while skip(sign: ".") { name += "." + (try expectName().text) }
    return name
  }

  private mutating func test(of subject: Expression, from start: Int) throws(Fault) -> Expression {
    let isNegated = skip(name: "not")
    let name = try dottedName()
    var arguments = CallArguments()
    if current.isSign("(") {
      arguments = try callArguments()
    } else if startsTestArgument {
      if current.isName("is") { throw Fault(.chainedTest, at: current.range) }
      let start = current.range.lowerBound
      arguments.positional = [try postfix(try primary(), from: start)]
    }
    let test = try make(.test(subject, name, arguments), from: start, over: [subject] + arguments.all)
    return isNegated ? try make(.unary(.not, test), from: start, over: [test]) : test
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .name: !["else", "or", "and", "if"].contains(current.text)
    case .string, .integer, .float: true
    case .sign: ["[", "{"].contains(current.text)
    default: false
    }
  }

  mutating func callArguments() throws(Fault) -> CallArguments {
    try nested { (parser) throws(Fault) in try parser.argumentList() }
  }

  private mutating func argumentList() throws(Fault) -> CallArguments {
    try expect(sign: "(")
    var arguments = CallArguments()
    var isFirst = true
    while !current.isSign(")") {
      if !isFirst {
        try expect(sign: ",")
        if current.isSign(")") { break }
      }
      isFirst = false
      try argument(into: &arguments)
    }
    try expect(sign: ")")
    return arguments
  }

  private mutating func argument(into arguments: inout CallArguments) throws(Fault) {
    let place = current.range
    if skip(sign: "*") {
      guard arguments.spread == nil, arguments.namedSpread == nil else {
        throw Fault(.argumentOrder, at: place)
      }
      arguments.spread = try expression()
    } else if skip(sign: "**") {
      guard arguments.namedSpread == nil else { throw Fault(.argumentOrder, at: place) }
      arguments.namedSpread = try expression()
    } else if current.kind == .name, next.isSign("=") {
      guard arguments.namedSpread == nil else { throw Fault(.argumentOrder, at: place) }
      let name = advance().text
      advance()
      arguments.named.append((name, try expression()))
    } else {
      guard arguments.named.isEmpty, arguments.spread == nil, arguments.namedSpread == nil else {
        throw Fault(.argumentOrder, at: place)
      }
      arguments.positional.append(try expression())
    }
  }
}
