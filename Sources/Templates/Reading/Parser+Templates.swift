// Statements by which templates are made of others: blocks, macros, includes, imports.

extension Parser {
  mutating func macro() throws(Fault) -> MacroDefinition {
    let name = try expectName().text
    let parameters = try signature()
    return MacroDefinition(name: name, parameters: parameters, body: try callableBody(until: "endmacro"))
  }

  mutating func callBlock() throws(Fault) -> Statement.Kind {
    let parameters = current.isSign("(") ? try signature() : []
    let call = try unary(withFilters: false)
    guard case .call = call.kind else { throw Fault(.callWithoutCall, at: call.range) }
    let body = try callableBody(until: "endcall")
    return .call(MacroDefinition(name: "caller", parameters: parameters, body: body), call)
  }

  /// A macro's body stands outside the loops around it.
  private mutating func callableBody(until end: String) throws(Fault) -> [Statement] {
    let outer = loops
    loops = 0
    defer { loops = outer }
    return try body(until: end)
  }

  private mutating func signature() throws(Fault) -> [(name: String, fallback: Expression?)] {
    try expect(sign: "(")
    var parameters: [(name: String, fallback: Expression?)] = []
    while !current.isSign(")") {
      if !parameters.isEmpty { try expect(sign: ",") }
      let name = try expectName()
      if skip(sign: "=") {
        parameters.append((name.text, try expression()))
      } else if parameters.contains(where: { $0.fallback != nil }) {
        throw Fault(.parameterWithoutDefault(name.text), at: name.range)
      } else {
        parameters.append((name.text, nil))
      }
    }
    try expect(sign: ")")
    return parameters
  }

  mutating func block() throws(Fault) -> Statement.Kind {
    let name = try expectName()
    guard blockNames.insert(name.text).inserted else { throw Fault(.blockTwice(name.text), at: name.range) }
    let isScoped = skip(name: "scoped")
    let isRequired = skip(name: "required")
    let body = try callableBody(until: "endblock")
    if current.kind == .name {
      guard current.text == name.text else {
        throw Fault(.otherBlockEnds(current.text, opened: name.text), at: current.range)
      }
      advance()
    }
    if isRequired, !body.allSatisfy(isBlank) { throw Fault(.requiredNotEmpty(name.text), at: name.range) }
    return .block(BlockDefinition(name: name.text, isScoped: isScoped, isRequired: isRequired, body: body))
  }

  /// Whether a statement is mere space; what the text holds is looked at where the bytes are.
  private func isBlank(_ statement: Statement) -> Bool {
    if case .text(let range) = statement.kind { return blankText(range) }
    return false
  }

  mutating func include() throws(Fault) -> Statement.Kind {
    let template = try expression()
    var ignoresMissing = false
    if current.isName("ignore"), next.isName("missing") {
      advance()
      advance()
      ignoresMissing = true
    }
    let withContext = contextChoice() ?? true
    return .include(template, ignoresMissing: ignoresMissing, withContext: withContext)
  }

  private mutating func contextChoice() -> Bool? {
    guard current.isName("with") || current.isName("without"), next.isName("context") else { return nil }
    let choice = advance().text == "with"
    advance()
    return choice
  }

  mutating func importModule() throws(Fault) -> Statement.Kind {
    let template = try expression()
    guard skip(name: "as") else { throw unexpected(wanted: "“as”") }
    let name = try expectName().text
    return .importModule(template, name: name, withContext: contextChoice() ?? false)
  }

  mutating func importNames() throws(Fault) -> Statement.Kind {
    let template = try expression()
    guard skip(name: "import") else { throw unexpected(wanted: "“import”") }
    var names: [(name: String, alias: String)] = []
    var withContext: Bool?
    while current.kind == .name {
      if let choice = contextChoice() {
        withContext = choice
        break
      }
      let name = advance()
      guard !name.text.hasPrefix("_") else { throw Fault(.privateImport(name.text), at: name.range) }
      names.append((name.text, skip(name: "as") ? try expectName().text : name.text))
      withContext = contextChoice()
      guard withContext == nil, skip(sign: ",") else { break }
    }
    if names.isEmpty { throw unexpected(wanted: nil, name: true) }
    return .importNames(template, names: names, withContext: withContext ?? false)
  }
}
