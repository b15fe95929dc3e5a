// Walks over a scope's statements to find its names; inner scopes are walked when their turn comes.

extension Scope {
  func analyze(_ statements: [Statement]) {
    for statement in statements { analyze(statement) }
  }

  func analyze(_ target: Target) {
    switch target {
    case .name(let name): store(name)
    case .tuple(let targets): for target in targets { analyze(target) }
    case .attribute(let owner, _): load(owner)
    }
  }

  func analyze(_ expression: Expression) {
    if case .name(let name) = expression.kind { return load(name) }
    for child in expression.children { analyze(child) }
  }

  private func analyze(_ statement: Statement) {
    switch statement.kind {
    case .text, .block, .autoescape, .breakLoop, .continueLoop: break
    case .output(let value), .evaluate(let value), .extends(let value): analyze(value)
    case .branch(let branches, let otherwise): analyze(branches, otherwise: otherwise)
    case .loop(let loop): analyze(loop.list)
    case .set(let target, let value):
      analyze(value)
      analyze(target)
    case .setBlock(let target, let filter, _):
      if let filter { analyze(filter) }
      analyze(target)
    case .with(let pairs, _): for pair in pairs { analyze(pair.value) }
    case .filter(let filter, _): analyze(filter)
    case .macro(let macro): store(macro.name)
    case .call(_, let call): analyze(call)
    case .include(let template, _, _): analyze(template)
    case .importModule(let template, let name, _):
      analyze(template)
      store(name)
    case .importNames(let template, let names, _):
      analyze(template)
      for name in names { store(name.alias) }
    }
  }

  /// The first test is read in any case; all the rest belongs to branches, as Jinja counts them.
  private func analyze(_ branches: [(test: Expression, body: [Statement])], otherwise: [Statement]) {
    analyze(branches[0].test)
    let first = copy()
    first.analyze(branches[0].body)
    let others = copy()
    for branch in branches.dropFirst() {
      others.analyze(branch.test)
      let body = others.copy()
      body.analyze(branch.body)
      others.merge(branches: [body, others.copy(), others.copy()])
    }
    let last = copy()
    last.analyze(otherwise)
    merge(branches: [first, others, last])
  }
}

extension Expression {
  var children: [Expression] {
    switch kind {
    case .constant, .name: []
    case .tuple(let items), .list(let items), .concat(let items): items
    case .map(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .member(let owner, _): [owner]
    case .item(let owner, let key): [owner, key]
    case .slice(let start, let stop, let step): [start, stop, step].compactMap { $0 }
    case .call(let callee, let arguments): [callee] + arguments.all
    case .filter(let subject, _, let arguments): (subject.map { [$0] } ?? []) + arguments.all
    case .test(let subject, _, let arguments): [subject] + arguments.all
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right): [left, right]
    case .compare(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let test, let then, let otherwise): [test, then] + (otherwise.map { [$0] } ?? [])
    }
  }

  func mentions(_ name: String) -> Bool {
    if case .name(let own) = kind { return own == name }
    return children.contains { $0.mentions(name) }
  }
}

extension [Statement] {
  /// Whether a name is read somewhere in here, blocks excepted.
  func mention(_ name: String) -> Bool { contains { $0.mentions(name) } }

  var holdScopedBlock: Bool {
    contains { statement in
      if case .block(let block) = statement.kind, block.isScoped { return true }
      return statement.bodies.contains { $0.holdScopedBlock }
    }
  }
}

extension Statement {
  func mentions(_ name: String) -> Bool {
    if case .block = kind { return false }
    return expressions.contains { $0.mentions(name) } || bodies.contains { $0.mention(name) }
  }

  private var expressions: [Expression] {
    switch kind {
    case .output(let value), .evaluate(let value), .extends(let value), .set(_, let value): [value]
    case .branch(let branches, _): branches.map(\.test)
    case .loop(let loop): [loop.list] + (loop.condition.map { [$0] } ?? [])
    case .setBlock(_, let filter, _): filter.map { [$0] } ?? []
    case .with(let pairs, _): pairs.map(\.value)
    case .filter(let value, _), .include(let value, _, _), .autoescape(let value, _): [value]
    case .importModule(let value, _, _), .importNames(let value, _, _): [value]
    case .macro(let macro): macro.parameters.compactMap(\.fallback)
    case .call(let macro, let call): [call] + macro.parameters.compactMap(\.fallback)
    case .text, .block, .breakLoop, .continueLoop: []
    }
  }

  var bodies: [[Statement]] {
    switch kind {
    case .branch(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .loop(let loop): [loop.body, loop.otherwise]
    case .setBlock(_, _, let body), .with(_, let body), .filter(_, let body), .autoescape(_, let body): [body]
    case .macro(let macro), .call(let macro, _): [macro.body]
    case .block(let block): [block.body]
    default: []
    }
  }
}
