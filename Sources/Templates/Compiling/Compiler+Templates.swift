// Statements by which templates are made of others.

extension Compiler {
  /// A compiler for a routine whose names lie inside this scope's.
  private func callable() -> (compiler: Compiler, index: Int) {
    let (inside, index) = program.routine(parent: routine)
    var compiler = Compiler(
      program: program, vocabulary: vocabulary, routine: inside, scope: Scope(parent: scope, routine: inside),
      checksExtends: false)
    compiler.isTop = false
    compiler.isConditional = isConditional
    return (compiler, index)
  }

  mutating func define(_ macro: MacroDefinition, at range: Range<Int>) throws(Fault) {
    try makeMacro(macro, at: range)
    try assign(.name(macro.name), at: range)
  }

  /// Leaves the macro on the stack.
  private mutating func makeMacro(_ macro: MacroDefinition, at range: Range<Int>) throws(Fault) {
    var (inside, index) = callable()
    for parameter in macro.parameters { inside.scope.declare(parameter.name) }
    let special = ["caller", "kwargs", "varargs"].map { name -> Int? in
      guard macro.body.mention(name), !macro.parameters.contains(where: { $0.name == name }) else {
        return nil
      }
      inside.scope.declare(name)
      return inside.scope.slots[name]
    }
    for parameter in macro.parameters {
      if let fallback = parameter.fallback { inside.scope.analyze(fallback) }
    }
    inside.scope.analyze(macro.body)
    inside.enter(inside.scope)
    for parameter in macro.parameters { try inside.fill(parameter, at: range) }
    try inside.compile(macro.body)
    let shape = MacroShape(
      name: macro.name, routine: index, parameters: macro.parameters.map { Name($0.name) },
      callerSlot: special[0], named: special[1], rest: special[2])
    program.macros.append(shape)
    add(.defineMacro, program.macros.count - 1, macro.name == "caller" ? 1 : 0, at: range)
  }

  private mutating func fill(_ parameter: (name: String, fallback: Expression?), at range: Range<Int>)
    throws(Fault)
  {
    guard let slot = scope.slots[parameter.name] else { return }
    let given = add(.fillParameter, 0, slot, parameter.fallback == nil ? 1 : 0, at: range)
    if let fallback = parameter.fallback {
      try compile(fallback)
      add(.store, slot, at: range)
    }
    routine.land(given)
  }

  mutating func callBlock(_ caller: MacroDefinition, _ call: Expression, at range: Range<Int>) throws(Fault) {
    guard case .call(let callee, var arguments) = call.kind else { return }
    let slot = routine.slot(for: Compiler.callerName)
    try makeMacro(caller, at: range)
    add(.store, slot, at: range)
    arguments.named.append(("caller", Expression(kind: .name(Compiler.callerName), range: range, depth: 1)))
    try inner { (compiler) throws(Fault) in
      compiler.scope.declare(Compiler.callerName)
      guard let inside = compiler.scope.slots[Compiler.callerName] else { return }
      compiler.add(.load, slot, at: range)
      compiler.add(.store, inside, at: range)
      try compiler.call(callee, arguments, at: call.range)
      compiler.add(.emit, at: call.range)
    }
  }

  /// No author can write this name: it holds what a call block hands over.
  private static let callerName = " caller"

  mutating func compile(_ block: BlockDefinition, at range: Range<Int>) throws(Fault) {
    let (inside, index) = program.routine(parent: nil)
    var compiler = Compiler(
      program: program, vocabulary: vocabulary, routine: inside, scope: Scope(parent: nil, routine: inside),
      checksExtends: false)
    compiler.isTop = false
    if block.body.mention("self") { compiler.declareSelf() }
    compiler.scope.analyze(block.body)
    compiler.enter(compiler.scope)
    try compiler.compile(block.body)
    program.blocks.append((Name(block.name), index))
    if isTop, extendsForCertain { return }
    let jump = isTop && checksExtends ? add(.unlessExtended, at: range) : nil
    let locals = block.isScoped ? reference(to: nil, ignoresMissing: false, withContext: true) : -1
    add(.block, program.name(block.name), locals, block.isRequired ? 1 : 0, at: range)
    if let jump { routine.land(jump) }
  }

  private func reference(to template: Expression?, ignoresMissing: Bool, withContext: Bool) -> Int {
    // Names that no author can write are the compiler's own.
    let stores = withContext ? scope.visibleStores.filter { !$0.name.hasPrefix(" ") } : []
    let locals = stores.map { (name: Name($0.name), slot: $0.slot) }
    let name: String? = if case .constant(.text(let name)) = template?.kind { name } else { nil }
    return program.reference(
      TemplateReference(to: name, ignoresMissing: ignoresMissing, withContext: withContext, locals: locals))
  }

  /// Computes the name of a template, unless it stands there in so many words.
  private mutating func compile(nameOf template: Expression) throws(Fault) {
    if case .constant(.text) = template.kind { return }
    try compile(template)
  }

  mutating func extends(_ template: Expression, at range: Range<Int>) throws(Fault) {
    guard isTop else { throw Fault(.extendsInside, at: range) }
    try compile(nameOf: template)
    let reference = reference(to: template, ignoresMissing: false, withContext: false)
    add(.extends, reference, at: template.range)
    if !isConditional { extendsForCertain = true }
  }

  mutating func include(
    _ template: Expression, ignoresMissing: Bool, withContext: Bool, at range: Range<Int>
  ) throws(Fault) {
    try compile(nameOf: template)
    add(
      .include, reference(to: template, ignoresMissing: ignoresMissing, withContext: withContext),
      at: template.range)
  }

  mutating func importModule(
    _ template: Expression, name: String, withContext: Bool, at range: Range<Int>
  ) throws(Fault) {
    try compile(nameOf: template)
    add(
      .importModule, reference(to: template, ignoresMissing: false, withContext: withContext),
      at: template.range)
    try assign(.name(name), isImported: true, at: range)
  }

  mutating func importNames(
    _ template: Expression, names: [(name: String, alias: String)], withContext: Bool, at range: Range<Int>
  ) throws(Fault) {
    try compile(nameOf: template)
    add(
      .importModule, reference(to: template, ignoresMissing: false, withContext: withContext),
      at: template.range)
    for (name, alias) in names {
      add(.importName, program.name(name), at: template.range)
      try assign(.name(alias), isImported: true, at: range)
    }
    add(.pop, at: range)
  }
}
