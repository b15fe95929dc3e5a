import Diagnostics

/// A macro with the frame it was defined in.
///
/// A page imports nine and calls two: they lie in a row in the machine, and templates pass on their numbers.
struct Macro {
  let program: Program
  let shape: MacroShape
  let base: Int
  let context: Int
  let escapes: Bool
}

// Macros: made where they are defined, called with their own frame.

extension Machine {
  mutating func defineMacro(_ step: Instruction, _ activation: Activation) {
    macros.append(
      Macro(
        program: activation.program, shape: activation.program.macros[Int(step.a)], base: activation.base,
        context: activation.context, escapes: escapes))
    if step.b == 0 { pinned = max(pinned, slots.count) }
    stack.push(.live(Live(kind: .macro, index: Int32(macros.count - 1))))
  }

  mutating func fillParameter(_ step: Instruction, _ activation: Activation, _ position: inout Int) {
    let slot = activation.base + Int(step.b)
    guard slots[slot].isMissing else {
      position = Int(step.a)
      return
    }
    guard step.c == 1 else { return }
    let name = activation.program.routines[activation.routine].slotNames[Int(step.b)].text
    slots[slot] = .undefined(.parameter(name))
  }

  /// Runs a macro, which leaves its text on the stack or, when nothing captures it, in the output.
  mutating func call(
    _ macro: Macro, _ positional: [Value], _ named: [(String, Value)], captures: Bool
  ) throws(Fault) {
    let routine = macro.program.routines[macro.shape.routine]
    let wasPinned = pinned
    let base = pushFrame(routine, outer: macro.base)
    try fill(base, macro.shape, positional, named)
    let callerEscapes = escapes
    try captured(base, captures: captures) { (machine) throws(Fault) in
      machine.escapes = macro.escapes
      try machine.run(
        Activation(program: macro.program, routine: macro.shape.routine, base: base, context: macro.context))
      machine.escapes = callerEscapes
    }
    if pinned == wasPinned { popFrame(base) }
  }

  /// Runs a plain macro whose arguments lie on the stack, and lets it write.
  mutating func write(_ macro: Macro, _ count: Int) throws(Fault) {
    guard depth < limits.depth else { throw Fault(.tooDeep(limits.depth)) }
    let base = pushFrame(macro.program.routines[macro.shape.routine], outer: macro.base)
    for index in stride(from: count, to: 0, by: -1) { slots[base + index] = pop() }
    _ = pop()
    let (callerEscapes, loopCount) = (escapes, loops.count)
    depth += 1
    escapes = macro.escapes
    try run(
      Activation(program: macro.program, routine: macro.shape.routine, base: base, context: macro.context))
    escapes = callerEscapes
    depth -= 1
    loops.cut(to: loopCount)
    popFrame(base)
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
