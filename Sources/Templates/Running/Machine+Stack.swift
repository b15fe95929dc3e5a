// The stack, the slots, and what names mean.
//
// What is asked all the time may change the machine, though it does not: to lend it to a function that may only read, all
// of it is copied first.

extension Machine {
  @inline(__always)
  mutating func pop() -> Value { stack.pop() }

  mutating func take(_ count: Int) -> [Value] { stack.take(count) }

  /// `… a b` becomes `… b a b`.
  mutating func tuck() { stack.insert(stack[stack.count - 1], below: 2) }

  /// `… a b` becomes `… b`.
  mutating func dropUnder() {
    let top = pop()
    stack[stack.count - 1] = top
  }

  @inline(__always)
  mutating func load(_ step: Instruction, _ activation: Activation) {
    let slot = activation.base + Int(step.a)
    if slots.isMissing(slot) {
      stack.push(unset(activation.base, Int(step.a), mode: step.b, activation, 0))
    } else {
      stack.push(slots[slot])
    }
  }

  /// What an unset slot means: a name of the context, nothing yet, or nothing at all.
  @inline(never)
  mutating func unset(_ base: Int, _ slot: Int, mode: Int32, _ activation: Activation, _ distance: Int)
    -> Value
  {
    if mode == 2 { return .missing }
    let routine = distance == 0 ? activation.routine : outer(distance, activation)
    let name = activation.program.slotName(slot, of: routine)
    guard mode == 1 else { return .undefined(.name(name.text)) }
    let value = resolve(name, in: activation.context)
    slots[base + slot] = value
    return value
  }

  /// Puts what a name of the context means into the slot of this frame that stands for it.
  @inline(never)
  mutating func fill(_ slot: Int, _ activation: Activation) {
    let name = activation.program.slotName(slot - activation.base, of: activation.routine)
    slots[slot] = resolve(name, in: activation.context)
  }

  /// The routine so many levels around the one that runs.
  private func outer(_ distance: Int, _ activation: Activation) -> Int {
    var routine = activation.routine
    for _ in 0..<distance { routine = activation.program.routines[routine].parent ?? routine }
    return routine
  }

  private mutating func base(_ distance: Int, from base: Int) throws(Fault) -> Int {
    var base = base
    for _ in 0..<distance {
      guard base < slots.count, case .int(let outer) = slots[base], outer < slots.count else {
        throw Fault(.macroOutlived)
      }
      base = outer
    }
    return base
  }

  mutating func loadOuter(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let base = try base(Int(step.a), from: activation.base)
    guard base + Int(step.b) < slots.count else { throw Fault(.macroOutlived) }
    if slots.isMissing(base + Int(step.b)) {
      stack.push(unset(base, Int(step.b), mode: step.c, activation, Int(step.a)))
    } else {
      stack.push(slots[base + Int(step.b)])
    }
  }

  mutating func storeOuter(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let base = try base(Int(step.a), from: activation.base)
    slots[base + Int(step.b)] = pop()
  }

  /// Looks a name up: what the template set, what came along, what the page gave, what the site gave.
  mutating func resolve(_ name: Name, in context: Int) -> Value {
    if setNames.mayHold(name.id), let value = variable(name, in: context) { return value }
    guard contexts[context].seesData else { return global(name) }
    if let value = given[name] { return value }
    let value = fromData(name) ?? global(name)
    given.set(name, value, isExported: false)
    return value
  }

  private func global(_ name: Name) -> Value {
    environment.globals[name] ?? Functions.all[name] ?? .undefined(.name(name.text))
  }

  /// What templates set: this one, or those that it is called from.
  private mutating func variable(_ name: Name, in start: Int) -> Value? {
    var next: Int? = start
    while let index = next {
      if let value = contexts[index].variables[name] ?? local(name, of: index) { return value }
      next = contexts[index].parent
    }
    return nil
  }

  /// A variable that came along from elsewhere.
  private mutating func local(_ name: Name, of context: Int) -> Value? {
    switch contexts[context].locals {
    case .none: return nil
    case .copied(let map): return map[name]
    case .waiting(let reference, let base):
      guard let place = reference.object.slot(of: name.id) else { return nil }
      let value = local(place, from: base)
      return value.isMissing ? nil : value
    }
  }

  /// What a slot of a frame, or of one around it, holds; missing when that frame is gone.
  mutating func local(_ place: SlotReference, from start: Int) -> Value {
    var base = start
    for _ in 0..<place.distance { if case .int(let outer) = slots[base] { base = outer } }
    return base + place.slot < slots.count ? slots[base + place.slot] : .missing
  }

  private mutating func fromData(_ name: Name) -> Value? {
    switch data {
    case .map(let map): map[name]
    case .object(let object): object.member(name, reads: &reads)
    default: nil
    }
  }

  mutating func export(_ step: Instruction, _ activation: Activation) {
    let name = activation.program.names[Int(step.a)]
    setNames.insert(name.id)
    let value = slots[activation.base + Int(step.c)]
    contexts[activation.context].variables.set(name, value, isExported: step.b == 0)
  }

  /// Makes room for a routine and says with what it runs. The program is counted here, once for the whole run.
  @inline(__always)
  mutating func enter(
    _ routine: Int, of program: Lasting<Program>, outer: Int, context: Int, block: BlockPlace? = nil
  ) -> Activation {
    let activation = Activation(
      program: program.object, routine: routine, base: slots.count, context: context, block: block)
    pushFrame(activation.program.routines[routine], outer: outer)
    return activation
  }

  /// Makes room for a routine's slots; the first holds where the frame around begins.
  private mutating func pushFrame(_ routine: Routine, outer: Int) {
    slots.push(.int(outer))
    for _ in 1..<max(routine.slotCount, 1) { slots.push(.missing) }
  }

  mutating func popFrame(_ base: Int) {
    slots.cut(to: max(base, pinned))
  }

  mutating func unpack(_ count: Int) throws(Fault) {
    let value = pop()
    let items = try elements(of: value)
    guard items.count == count else { throw Fault(.unpack(wanted: count, got: items.count)) }
    for item in items.reversed() { stack.push(item) }
  }

  mutating func makeMap(_ count: Int) throws(Fault) {
    let items = take(count * 2)
    var map = Map()
    for index in 0..<count {
      guard items[index * 2].keyDigest != nil else { throw Fault(.notAKey(items[index * 2].kindName)) }
      map[items[index * 2]] = items[index * 2 + 1]
    }
    stack.push(.map(map))
  }
}

extension Array {
  /// Drops what lies above a height; mostly that is little or nothing, and `removeLast(_:)` moves memory even then.
  @inline(__always)
  mutating func cut(to height: Int) { while count > height { removeLast() } }
}
