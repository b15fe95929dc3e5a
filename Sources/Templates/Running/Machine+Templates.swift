import Bytes
import Diagnostics

// Blocks and their parents, includes and imports.

extension Machine {
  /// Renders a template as a whole: its root, then the roots of those it extends.
  mutating func renderRoot(_ first: Lasting<Program>, context: Int) throws(Fault) {
    var next: Lasting<Program>? = first
    var seen = 0
    while let program = next {
      seen += 1
      guard seen <= limits.depth else { throw Fault(.extendsTooDeep(limits.depth)) }
      let activation = enter(0, of: program, outer: 0, context: context)
      for block in activation.program.blocks {
        contexts[context].blocks.add(
          BlockRoutine(name: block.name.id, program: program, routine: block.routine))
      }
      contexts[context].extended = nil
      pinned = max(pinned, slots.count)
      try run(activation)
      next = contexts[context].extended
    }
  }

  mutating func extends(_ reference: TemplateReference, _ activation: Activation) throws(Fault) {
    guard contexts[activation.context].extended == nil else { throw Fault(.extendsTwice) }
    let program = try load(.extended, reference, by: activation)
    trail.append(Crossing(way: .extended, program: Lasting(activation.program)))
    contexts[activation.context].extended = program
  }

  private mutating func names(of value: Value) throws(Fault) -> [String] {
    if let name = value.string { return [name] }
    try check(value)
    switch value {
    case .list(let items), .tuple(let items): return items.compactMap(\.string)
    default: throw Fault(.notATemplateName(value.kindName))
    }
  }

  /// The template that a tag names, through what was found there before; a computed name lies on the stack.
  private mutating func load(
    _ way: Stop.Way, _ reference: TemplateReference, by activation: Activation
  ) throws(Fault) -> Lasting<Program> {
    if let name = reference.name {
      return try follow(reference.link.known, name, way, reference, by: activation)
    }
    let value = pop()
    guard case .text(let name) = value else { return try load(names(of: value), way, by: activation) }
    return try follow(reference.link.known(name), name, way, reference, by: activation)
  }

  private mutating func follow(
    _ known: (program: Lasting<Program>, key: UInt64)?, _ name: String, _ way: Stop.Way,
    _ reference: TemplateReference, by activation: Activation
  ) throws(Fault) -> Lasting<Program> {
    if let known {
      reads.record(known.key)
      return known.program
    }
    let program = try load([name], way, by: activation)
    reference.link.keep(Link.Target(name: name, program: program.object))
    return program
  }

  private mutating func load(
    _ names: [String], _ way: Stop.Way, by activation: Activation
  ) throws(Fault) -> Lasting<Program> {
    do {
      for name in names {
        reads.record(Template.key(of: name))
        if let program = try environment.program(named: name) { return Lasting(program) }
      }
    } catch {
      var fault = error
      fault.trail = (trail + [Crossing(way: way, program: Lasting(activation.program))]).map(\.stop)
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
    trail.append(Crossing(way: way, program: Lasting(activation.program)))
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
    if waits { return .waiting(Lasting(reference), base: activation.base) }
    var map = Map()
    for (name, place) in reference.locals {
      let value = local(place, from: activation.base)
      if !value.isMissing { map[name] = value }
    }
    return .copied(map)
  }

  mutating func include(_ reference: TemplateReference, _ activation: Activation) throws(Fault) {
    let program: Lasting<Program>
    do { program = try load(.included, reference, by: activation) } catch {
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
    let name = reference.withContext ? "" : try moduleName(reference)
    if !reference.withContext, let index = modules[name] {
      if reference.name == nil { _ = pop() }
      return stack.push(.live(Live(kind: .module, index: index)))
    }
    let program = try load(.imported, reference, by: activation)
    let context = context(for: reference, activation, waits: false)
    let module = Module(of: program.object)
    contexts[context].module = module
    if !reference.withContext { modules[name] = Int32(context) }
    try nested(.imported, activation) { (machine) throws(Fault) in
      if let library = program.object.library {
        return machine.make(library, of: program.object, context: context)
      }
      machine.captures.append(machine.out.count)
      try machine.renderRoot(program, context: context)
      machine.endCapture()
      module.printed = machine.pop().string ?? ""
    }
    pinned = max(pinned, slots.count)
    stack.push(.live(Live(kind: .module, index: Int32(context))))
  }

  /// The name by which an imported template is known from then on; one that is computed stays on the stack.
  private mutating func moduleName(_ reference: TemplateReference) throws(Fault) -> String {
    if let name = reference.name { return name }
    return try names(of: stack[stack.count - 1]).first ?? ""
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
    let activation = enter(place.routine, of: place.program, outer: 0, context: context, block: block)
    try run(activation)
    popFrame(activation.base)
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
