import Diagnostics

/// A macro with the frame it was defined in.
///
/// A page imports nine and calls two: they lie in a row in the machine, and templates pass on their numbers.
struct Macro {
  let program: Lasting<Program>
  let shape: Lasting<MacroShape>
  let routine: Int
  /// How many arguments it takes, where it takes its parameters and nothing else; else none.
  let room: Int
  let base: Int
  let context: Int
  let escapes: Bool

  init(_ number: Int, of program: Program, base: Int, context: Int, escapes: Bool) {
    let shape = program.macros[number]
    self.program = Lasting(program)
    self.shape = Lasting(shape)
    routine = shape.routine
    room = shape.isPlain ? shape.parameters.count : -1
    self.base = base
    self.context = context
    self.escapes = escapes
  }
}

// Macros: made where they are defined, called with their own frame.

extension Machine {
  mutating func defineMacro(_ step: Instruction, _ activation: Activation) {
    let macro = make(Int(step.a), of: activation.program, base: activation.base, context: activation.context)
    if step.b == 0 { pinned = max(pinned, slots.count) }
    stack.push(macro)
  }

  private mutating func make(_ number: Int, of program: Program, base: Int, context: Int) -> Value {
    macros.append(Macro(number, of: program, base: base, context: context, escapes: escapes))
    return .live(Live(kind: .macro, index: Int32(macros.count - 1)))
  }

  /// Makes the macros of a template that holds nothing else, as running it would.
  mutating func make(_ library: Library, of program: Program, context: Int) {
    let base = enter(0, of: Lasting(program), outer: 0, context: context).base
    setNames.formUnion(library.names)
    for entry in library.macros {
      let macro = make(entry.macro, of: program, base: base, context: context)
      slots[base + entry.slot] = macro
      contexts[context].variables.add(entry.name, macro, isExported: entry.isExported)
    }
  }

  mutating func fillParameter(_ step: Instruction, _ activation: Activation, _ position: inout Int) {
    let slot = activation.base + Int(step.b)
    guard slots[slot].isMissing else {
      position = Int(step.a)
      return
    }
    guard step.c == 1 else { return }
    let name = activation.program.slotName(Int(step.b), of: activation.routine).text
    slots[slot] = .undefined(.parameter(name))
  }

  /// Runs a macro, which leaves its text on the stack or, when nothing captures it, in the output.
  mutating func call(
    _ macro: Macro, _ positional: [Value], _ named: [(String, Value)], captures: Bool
  ) throws(Fault) {
    let wasPinned = pinned
    let activation = enter(macro.routine, of: macro.program, outer: macro.base, context: macro.context)
    try fill(activation.base, macro.shape.object, positional, named)
    let callerEscapes = escapes
    try captured(activation.base, captures: captures) { (machine) throws(Fault) in
      machine.escapes = macro.escapes
      try machine.run(activation)
      machine.escapes = callerEscapes
    }
    if pinned == wasPinned { popFrame(activation.base) }
  }

  /// Runs a plain macro whose arguments lie on the stack, and lets it write.
  mutating func write(_ macro: Macro, _ count: Int) throws(Fault) {
    guard depth < limits.depth else { throw Fault(.tooDeep(limits.depth)) }
    let activation = enter(macro.routine, of: macro.program, outer: macro.base, context: macro.context)
    for index in stride(from: count, to: 0, by: -1) { slots[activation.base + index] = pop() }
    _ = pop()
    let (callerEscapes, loopCount) = (escapes, loops.count)
    depth += 1
    escapes = macro.escapes
    try run(activation)
    escapes = callerEscapes
    depth -= 1
    loops.cut(to: loopCount)
    popFrame(activation.base)
  }

  private mutating func fill(
    _ base: Int, _ shape: MacroShape, _ positional: [Value], _ named: [(String, Value)]
  ) throws(Fault) {
    if named.isEmpty, shape.isPlain, positional.count <= shape.parameters.count {
      for index in positional.indices { slots[base + 1 + index] = positional[index] }
      return
    }
    var left = Map(named)
    for (index, name) in shape.parameters.enumerated() {
      let slot = base + 1 + index
      if index < positional.count {
        guard left[name] == nil else { throw Fault(.argumentTwice(.macro(shape.name), name.text)) }
        slots[slot] = positional[index]
      } else if let value = left[name] {
        slots[slot] = value
        left[name] = nil
      } else {
        slots[slot] = .missing
      }
    }
    if let slot = shape.callerSlot {
      let caller: Name = "caller"
      slots[base + slot] = left[caller] ?? .undefined(.caller)
      left[caller] = nil
    }
    try fillRest(base, shape, Array(positional.dropFirst(shape.parameters.count)), left)
  }

  private mutating func fillRest(_ base: Int, _ shape: MacroShape, _ rest: [Value], _ left: Map) throws(Fault)
  {
    if let slot = shape.named {
      slots[base + slot] = .map(left)
    } else if let name = left.names.first {
      if name == "caller" { throw Fault(.macroWithoutCaller(shape.name)) }
      throw Fault(.unknownArgument(.macro(shape.name), name, known: shape.parameters.map(\.text)))
    }
    if let slot = shape.rest {
      slots[base + slot] = .tuple(rest)
    } else if !rest.isEmpty {
      let most = shape.parameters.count
      throw Fault(.tooManyArguments(.macro(shape.name), most: most, got: most + rest.count))
    }
  }
}
