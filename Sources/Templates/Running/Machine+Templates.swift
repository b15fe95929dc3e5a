import Bytes
import Diagnostics

// Blocks and their parents, includes and imports.

extension Machine {
  /// Renders a template as a whole: its root, then the roots of those it extends.
  mutating func renderRoot(_ program: Program, context: Int) throws(Fault) {
    var next: Program? = program
    var seen = 0
    while let program = next {
      seen += 1
      guard seen <= limits.depth else { throw Fault(.extendsTooDeep(limits.depth)) }
      for block in program.blocks {
        contexts[context].blocks.add(
          BlockRoutine(name: block.name.id, program: program, routine: block.routine))
      }
      contexts[context].extended = nil
      let base = pushFrame(program.routines[0], outer: 0)
      pinned = max(pinned, slots.count)
      try run(Activation(program: program, routine: 0, base: base, context: context))
      next = contexts[context].extended
    }
  }

  mutating func extends(_ reference: TemplateReference, _ activation: Activation) throws(Fault) {
    guard contexts[activation.context].extended == nil else { throw Fault(.extendsTwice) }
    let program = try load(pop(), .extended, through: reference, by: activation)
    trail.append(stop(.extended, activation))
    contexts[activation.context].extended = program
  }

  private mutating func stop(_ way: Stop.Way, _ activation: Activation) -> Stop {
    Stop(way: way, path: activation.program.source.path, line: 0)
  }

  private mutating func names(of value: Value) throws(Fault) -> [String] {
    if let name = value.string { return [name] }
    try check(value)
    switch value {
    case .list(let items), .tuple(let items): return items.compactMap(\.string)
    default: throw Fault(.notATemplateName(value.kindName))
    }
  }

  /// The template that a value names, through what was found there before.
  private mutating func load(
    _ value: Value, _ way: Stop.Way, through reference: TemplateReference, by activation: Activation
  ) throws(Fault) -> Program {
    guard case .text(let name) = value else { return try load(names(of: value), way, by: activation) }
    if let target = reference.link.target(named: name, isFixed: reference.isFixed) {
      reads.record(target.key)
      return target.program
    }
    let program = try load([name], way, by: activation)
    reference.link.keep(Link.Target(name: name, program: program))
    return program
  }

  private mutating func load(
    _ names: [String], _ way: Stop.Way, by activation: Activation
  ) throws(Fault) -> Program {
    do {
      for name in names {
        reads.record(Template.key(of: name))
        if let program = try environment.program(named: name) { return program }
      }
    } catch {
      var fault = error
      fault.trail = trail + [stop(way, activation)]
      throw fault
    }
    throw Fault(.noTemplate(names, near: nil))
  }

  /// Runs a nested template one level deeper.
  private mutating func nested(
    _ way: Stop.Way, _ activation: Activation, _ body: (inout Machine) throws(Fault) -> Void
  ) throws(Fault) {
    guard depth < limits.depth else { throw Fault(.tooDeep(limits.depth)) }
    depth += 1
    let mark = trail.count
    trail.append(stop(way, activation))
    let loopCount = loops.count
    try body(&self)
    loops.cut(to: loopCount)
    trail.cut(to: mark)
    depth -= 1
  }

  /// The context of a template that is called from another.
  private mutating func context(
    for reference: TemplateReference, _ activation: Activation, waits: Bool
  ) -> Int {
    if reference.withContext {
      let seesData = contexts[activation.context].seesData
      contexts.append(
        Context(
          locals: locals(reference, activation, waits: waits), parent: activation.context, seesData: seesData)
      )
    } else {
      contexts.append(Context(seesData: false))
    }
    return contexts.count - 1
  }

  private mutating func locals(_ reference: TemplateReference, _ activation: Activation, waits: Bool)
    -> Locals
  {
    if reference.locals.isEmpty { return .none }
    setNames.formUnion(reference.names)
    if waits { return .waiting(reference, base: activation.base) }
    var map = Map()
    for (name, place) in reference.locals {
      let value = local(place, from: activation.base)
      if !value.isMissing { map[name] = value }
    }
    return .copied(map)
  }

  mutating func include(_ reference: TemplateReference, _ activation: Activation) throws(Fault) {
    let value = pop()
    let program: Program
    do { program = try load(value, .included, through: reference, by: activation) } catch {
      if case .noTemplate = error.kind, reference.ignoresMissing { return }
      throw error
    }
    let context = context(for: reference, activation, waits: true)
    let (wasEscaping, wasPinned, macroCount, base) = (escapes, pinned, macros.count, slots.count)
    try nested(.included, activation) { (machine) throws(Fault) in
      machine.escapes = machine.environment.escapes
      try machine.renderRoot(program, context: context)
    }
    escapes = wasEscaping
    guard contexts.count == context + 1, modules.isEmpty, macros.count == macroCount else {
      // Somebody may have kept a macro that was made there: what it sees must stay.
      contexts[context].locals = locals(reference, activation, waits: false)
      return
    }
    contexts.removeLast()
    pinned = wasPinned
    popFrame(base)
  }

  mutating func importModule(_ reference: TemplateReference, _ activation: Activation) throws(Fault) {
    let value = pop()
    let name = reference.withContext ? "" : try names(of: value).first ?? ""
    if !reference.withContext, let index = modules[name] {
      return stack.push(.live(Live(kind: .module, index: index)))
    }
    let program = try load(value, .imported, through: reference, by: activation)
    let context = context(for: reference, activation, waits: false)
    let module = Module(of: program)
    contexts[context].module = module
    if !reference.withContext { modules[name] = Int32(context) }
    captures.append(out.count)
    try nested(.imported, activation) { (machine) throws(Fault) in
      try machine.renderRoot(program, context: context)
    }
    pinned = max(pinned, slots.count)
    endCapture()
    module.printed = pop().string ?? ""
    stack.push(.live(Live(kind: .module, index: Int32(context))))
  }

  /// Takes one name out of the module on top of the stack, which stays.
  mutating func importName(_ name: Name) {
    guard case .live(let live) = stack[stack.count - 1] else { return }
    let context = Int(live.index)
    let value = contexts[context].variables.exported(name)
    let template = contexts[context].module?.templateName
    stack.push(value ?? .undefined(.notExported(name.text, template: template ?? "")))
  }

  mutating func block(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let name = activation.program.names[Int(step.a)]
    var context = activation.context
    if step.b >= 0 {
      let reference = activation.program.references[Int(step.b)]
      let (seesData, blocks) = (contexts[context].seesData, contexts[context].blocks)
      contexts.append(
        Context(
          locals: locals(reference, activation, waits: false), parent: context, seesData: seesData,
          blocks: blocks))
      context = contexts.count - 1
    }
    if step.c == 1, contexts[context].blocks.count(of: name) <= 1 {
      throw Fault(.requiredBlock(name.text))
    }
    try run(block: BlockPlace(name: name, level: 0), context: context)
  }

  private mutating func run(block: BlockPlace, context: Int) throws(Fault) {
    guard let place = contexts[context].blocks[block] else { return }
    guard depth < limits.depth else { throw Fault(.tooDeep(limits.depth)) }
    depth += 1
    let base = pushFrame(place.program.routines[place.routine], outer: 0)
    try run(
      Activation(program: place.program, routine: place.routine, base: base, context: context, block: block))
    popFrame(base)
    depth -= 1
  }

  /// Runs the block above this one; its text lands on the stack or, uncaptured, in the output.
  mutating func callSuper(_ levels: Int, captured: Bool, _ activation: Activation) throws(Fault) {
    guard let block = activation.block else { throw Fault(.superOutside) }
    let level = block.level + levels
    guard level < contexts[activation.context].blocks.count(of: block.name) else {
      throw Fault(.noParentBlock(block.name.text))
    }
    if captured { captures.append(out.count) }
    try run(block: BlockPlace(name: block.name, level: level), context: activation.context)
    if captured { endCapture() }
  }

  mutating func selfBlock(_ name: Name) throws(Fault) -> Value? {
    guard let context = contexts.lastIndex(where: { $0.blocks.count(of: name) > 0 }) else { return nil }
    captures.append(out.count)
    try run(block: BlockPlace(name: name, level: 0), context: context)
    endCapture()
    return pop()
  }
}
