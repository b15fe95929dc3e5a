import Bytes

// Steps that look at what a slot holds; it is lent to them, so that nothing is counted.

extension Machine {
  mutating func writeSlot(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let slot = activation.base + Int(step.a)
    if slots.isMissing(slot) {
      return try write(unset(activation.base, Int(step.a), mode: step.b, activation, 0))
    }
    let value = slots.lend(slot)
    try write(value)
    slots.giveBack(value, to: slot)
  }

  /// Writes what a function answers that need not be called for it, if the name still means that function here.
  mutating func writeKnown(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let known = activation.program.knownTexts[Int(step.b)]
    guard holds(known.function, step, activation) else {
      stack.push(slots[activation.base + Int(step.a)])
      stack.push(.text(activation.program.knownCalls[Int(step.b)].question))
      return try writeCall(CallShape(positional: 1))
    }
    reads.record(known.key)
    try activation.program.ready.withUnsafeBufferPointer { (ready) throws(Fault) in
      try write(UnsafeBufferPointer(rebasing: ready[escapes ? known.escaped : known.plain]))
    }
  }

  /// Whether a slot holds that very function, or would, if it were asked for: a name that no template set means what it
  /// meant before, and need not be taken hold of.
  private mutating func holds(_ function: ObjectIdentifier, _ step: Instruction, _ activation: Activation)
    -> Bool
  {
    let slot = activation.base + Int(step.a)
    if slots.isMissing(slot) {
      let id = activation.program.slotName(Int(step.a), of: activation.routine).id
      if !setNames.mayHold(id), contexts[activation.context].seesData, given.holds(function, as: id) {
        return true
      }
      fill(slot, activation)
    }
    let callee = slots.lend(slot)
    defer { slots.giveBack(callee, to: slot) }
    return callee.isFunction(function)
  }

  /// Writes the member of what a slot holds; an object that has the answer at hand writes it itself.
  mutating func writeMember(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let slot = activation.base + Int(step.a)
    if slots.isMissing(slot), step.c == 1 { fill(slot, activation) }
    let owner = slots.lend(slot)
    let isWritten = writeMember(Int(step.b), of: owner, activation.program)
    slots.giveBack(owner, to: slot)
    if isWritten { try checkLength(out.count) } else { try write(member(ofSlot: step, activation)) }
  }

  @inline(__always)
  private mutating func writeMember(_ name: Int, of owner: Value, _ program: Program) -> Bool {
    guard case .object(let object) = owner else { return false }
    return object.write(program.names[name], into: &out, escaping: escapes, reads: &reads)
  }

  /// The member of what a slot holds, which is lent for the question: no step asks more often.
  mutating func member(ofSlot step: Instruction, _ activation: Activation) throws(Fault) -> Value {
    let slot = activation.base + Int(step.a)
    if slots.isMissing(slot) {
      guard step.c == 1 else { throw undefined(.name(slotName(step, activation))) }
      fill(slot, activation)
    }
    let owner = slots.lend(slot)
    let found = try member(Int(step.b), of: owner, activation.program)
    slots.giveBack(owner, to: slot)
    return found
  }

  /// The member by the number of its name; most of what pages ask for are members of the page and the site.
  @inline(__always)
  private mutating func member(_ name: Int, of owner: Value, _ program: Program) throws(Fault) -> Value {
    switch owner {
    case .object(let object):
      if let found = object.member(program.names[name], reads: &reads) { return found }
      return .undefined(.member(program.names[name].text, of: owner))
    case .map(let map):
      if let position = map.position(of: program.names[name].id) { return map.entries[position].value }
    case .live(let live) where live.kind == .loop && Int(live.index) < loops.count:
      if let field = program.loopFields[name] { return loopField(field, Int(live.index)) }
    default: break
    }
    return try member(owner, program.names[name])
  }

  /// Whether what a slot holds has a member, for `is defined`.
  mutating func slotHolds(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let slot = activation.base + Int(step.a)
    let owner = slots.lend(slot)
    let known = owner.holdsEntry(activation.program.names[Int(step.b)])
    slots.giveBack(owner, to: slot)
    let holds = if let known { known } else { try !member(ofSlot: step, activation).isUndefined }
    stack.push(.bool(holds == (step.c == 0)))
  }

  private func slotName(_ step: Instruction, _ activation: Activation) -> String {
    activation.program.slotName(Int(step.a), of: activation.routine).text
  }
}

extension Value {
  /// Whether the value is a dict with something under a name; nil for what is no dict.
  fileprivate func holdsEntry(_ name: Name) -> Bool? {
    guard case .map(let map) = self else { return nil }
    return map.position(of: name.id).map { !map.entries[$0].value.isUndefined } ?? false
  }

  /// Whether the value is that very function.
  func isFunction(_ function: ObjectIdentifier) -> Bool {
    if case .callable(let callable) = self { ObjectIdentifier(callable) == function } else { false }
  }
}
