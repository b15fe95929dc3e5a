// Statements that stay within one template: output, branches, assignments.

extension Compiler {
  mutating func compile(_ statement: Statement) throws(Fault) {
    let range = statement.range
    switch statement.kind {
    case .text(let text): guarded(at: range) { $0.add(.text, text.lowerBound, text.upperBound, at: range) }
    case .output(let value): try output(value)
    case .branch(let branches, let otherwise): try branch(branches, otherwise: otherwise)
    case .loop(let loop): try compile(loop, at: range)
    case .set(let target, let value):
      try compile(value)
      try assign(target, at: value.range)
    case .setBlock(let target, let filter, let body):
      try setBlock(target, filter: filter, body: body, at: range)
    case .with(let pairs, let body): try with(pairs, body: body)
    case .filter(let filter, let body): try filterBlock(filter, body: body, at: range)
    case .macro(let macro): try define(macro, at: range)
    case .call(let caller, let call): try callBlock(caller, call, at: range)
    case .block(let block): try compile(block, at: range)
    case .extends(let template): try extends(template, at: range)
    case .include(let template, let ignoresMissing, let withContext):
      try include(template, ignoresMissing: ignoresMissing, withContext: withContext, at: range)
    case .importModule(let template, let name, let withContext):
      try importModule(template, name: name, withContext: withContext, at: range)
    case .importNames(let template, let names, let withContext):
      try importNames(template, names: names, withContext: withContext, at: range)
    case .evaluate(let value):
      try compile(value)
      add(.pop, at: range)
    case .autoescape(let value, let body): try autoescape(value, body: body, at: range)
    case .breakLoop: leaveLoop(breaks: true, at: range)
    case .continueLoop: leaveLoop(breaks: false, at: range)
    }
  }

  /// Writes output that is dropped once the template has named a parent.
  private mutating func guarded(at range: Range<Int>, _ body: (inout Compiler) -> Void) {
    if checksExtends, extendsForCertain { return }
    let jump = checksExtends ? add(.unlessExtended, at: range) : nil
    body(&self)
    if let jump { routine.land(jump) }
  }

  private mutating func output(_ value: Expression) throws(Fault) {
    if checksExtends, extendsForCertain { return }
    let jump = checksExtends ? add(.unlessExtended, at: value.range) : nil
    if let (slot, name, isContext) = slotMember(value) {
      add(.emitMember, slot, program.name(name), isContext ? 1 : 0, at: value.range)
    } else if case .name(let name) = value.kind, let place = scope.find(name), place.distance == 0 {
      add(.emitSlot, place.slot, scope.isContext(name) ? 1 : 0, at: value.range)
    } else if let (slot, call) = knownCall(value) {
      add(.emitKnown, slot, program.call(call), at: value.range)
    } else {
      try compile(value)
      if !(value.isCall && routine.writeLast()) { add(.emit, at: value.range) }
    }
    if let jump { routine.land(jump) }
  }

  /// A member of a variable of this routine, which may stand for a name of the context.
  func slotMember(_ value: Expression) -> (slot: Int, name: String, isContext: Bool)? {
    guard case .member(let owner, let member) = value.kind, case .name(let name) = owner.kind,
      let place = scope.find(name), place.distance == 0
    else { return nil }
    return (place.slot, member, scope.isContext(name))
  }

  private mutating func branch(
    _ branches: [(test: Expression, body: [Statement])], otherwise: [Statement]
  ) throws(Fault) {
    let wasConditional = isConditional
    isConditional = true
    let wasCertain = extendsForCertain
    var ends: [Int] = []
    for branch in branches {
      try compile(branch.test)
      let next = add(.jumpUnless, at: branch.test.range)
      try compile(branch.body)
      ends.append(add(.jump, at: branch.test.range))
      routine.land(next)
      extendsForCertain = wasCertain
    }
    try compile(otherwise)
    extendsForCertain = wasCertain
    routine.land(ends)
    isConditional = wasConditional
  }

  /// Stores the value on top of the stack; what came by an import is kept from imports of this template.
  mutating func assign(_ target: Target, isImported: Bool = false, at range: Range<Int>) throws(Fault) {
    switch target {
    case .name(let name):
      guard let place = scope.slots[name] else { throw Fault(.notAssignable(name), at: range) }
      add(.store, place, at: range)
      let isHidden = isImported || name.utf8.first == UInt8(ascii: "_")
      if isTop { add(.export, program.name(name), isHidden ? 1 : 0, place, at: range) }
    case .tuple(let targets):
      add(.unpack, targets.count, at: range)
      for target in targets { try assign(target, at: range) }
    case .attribute(let owner, let member):
      guard let place = scope.find(owner) else { throw Fault(.notAssignable(owner), at: range) }
      load(place, isContext: scope.isContext(owner), at: range)
      add(.setAttribute, program.name(member), program.name(owner), at: range)
    }
  }

  private mutating func setBlock(
    _ target: Target, filter: Expression?, body: [Statement], at range: Range<Int>
  ) throws(Fault) {
    try inner { (compiler) throws(Fault) in
      compiler.checksExtends = false
      compiler.scope.analyze(body)
      compiler.enter(compiler.scope)
      try compiler.capture(at: range) { (compiler) throws(Fault) in try compiler.compile(body) }
      if let filter { try compiler.compile(filter) }
    }
    try assign(target, at: range)
  }

  /// Compiles what is written to a string that ends up on the stack.
  mutating func capture(at range: Range<Int>, _ body: (inout Compiler) throws(Fault) -> Void) throws(Fault) {
    add(.beginCapture, at: range)
    openings.append(.endCapture)
    try body(&self)
    openings.removeLast()
    add(.endCapture, at: range)
  }

  private mutating func with(_ pairs: [(target: Target, value: Expression)], body: [Statement]) throws(Fault)
  {
    for pair in pairs { try compile(pair.value) }
    try inner { (compiler) throws(Fault) in
      for pair in pairs { for name in pair.target.names { compiler.scope.declare(name) } }
      compiler.scope.analyze(body)
      for pair in pairs.reversed() { try compiler.assign(pair.target, at: pair.value.range) }
      compiler.enter(compiler.scope)
      try compiler.compile(body)
    }
  }

  private mutating func filterBlock(_ filter: Expression, body: [Statement], at range: Range<Int>)
    throws(Fault)
  {
    try inner { (compiler) throws(Fault) in
      compiler.scope.analyze(filter)
      compiler.scope.analyze(body)
      compiler.enter(compiler.scope)
      try compiler.capture(at: range) { (compiler) throws(Fault) in try compiler.compile(body) }
      try compiler.compile(filter)
      compiler.add(.emit, at: filter.range)
    }
  }

  private mutating func autoescape(_ value: Expression, body: [Statement], at range: Range<Int>) throws(Fault)
  {
    try inner { (compiler) throws(Fault) in
      compiler.scope.analyze(value)
      compiler.scope.analyze(body)
      compiler.enter(compiler.scope)
      try compiler.compile(value)
      compiler.add(.setEscaping, at: range)
      compiler.openings.append(.restoreEscaping)
      try compiler.compile(body)
      compiler.openings.removeLast()
      compiler.add(.restoreEscaping, at: range)
    }
  }
}

extension Expression {
  /// Whether the last step of the expression is its call or filter, whichever way led there.
  fileprivate var isCall: Bool {
    switch kind {
    case .call, .filter: true
    default: false
    }
  }
}
