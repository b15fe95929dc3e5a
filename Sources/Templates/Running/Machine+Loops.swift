import Bytes

// Loops and what `loop` answers.

extension Machine {
  mutating func beginLoop(_ step: Instruction, _ activation: Activation) throws(Fault) {
    let value = pop()
    let recursive = step.a > 0
    var depth = 0
    if recursive, case .int(let level) = slots[activation.base + 2] { depth = level }
    let frame =
      recursive
      ? (Lasting(activation.program), Int(step.a) - 1, outerBase(activation), activation.context) : nil
    if case .range(let range) = value {
      loops.append(
        LoopState(items: LoopState.Items(range: range), count: range.count, depth: depth, recursive: frame))
    } else {
      let items = try elements(of: value)
      loops.append(
        LoopState(items: LoopState.Items(values: items), count: items.count, depth: depth, recursive: frame))
    }
  }

  private mutating func outerBase(_ activation: Activation) -> Int {
    if case .int(let outer) = slots[activation.base] { outer } else { activation.base }
  }

  @inline(__always)
  mutating func advance(_ position: inout Int, end: Int) throws(Fault) {
    let top = loops.count - 1
    let index = loops[top].index + 1
    loops[top].index = index
    guard index < loops[top].count else {
      position = end
      return
    }
    steps += 1
    if steps > limits.rounds { throw Fault(.tooManyRounds(limits.rounds)) }
    stack.push(loops[top].items[index])
  }

  mutating func collect() {
    let top = loops.count - 1
    loops[top].collected.append(loops[top].items[loops[top].index])
  }

  mutating func loopField(_ name: Name, _ place: Int) -> Value? {
    LoopField.named[name.id].map { loopField($0, place) }
  }

  mutating func loopField(_ field: LoopField, _ place: Int) -> Value {
    let index = loops[place].index
    let count = loops[place].count
    switch field {
    case .index: return .int(index + 1)
    case .index0: return .int(index)
    case .revindex: return .int(count - index)
    case .revindex0: return .int(count - index - 1)
    case .first: return .bool(index == 0)
    case .last: return .bool(index == count - 1)
    case .length: return .int(count)
    case .depth: return .int(loops[place].depth + 1)
    case .depth0: return .int(loops[place].depth)
    case .previtem: return index == 0 ? .undefined(.previousItem) : loops[place].items[index - 1]
    case .nextitem: return index + 1 >= count ? .undefined(.nextItem) : loops[place].items[index + 1]
    }
  }

  mutating func callLoop(_ name: String, _ place: Int, _ arguments: [Value]) throws(Fault) -> Value? {
    switch name {
    case "cycle":
      guard !arguments.isEmpty else { throw Fault(.missingArgument("cycle", "values")) }
      return arguments[loops[place].index % arguments.count]
    case "changed":
      let isSame = loops[place].changed.map { Value.list($0).equals(.list(arguments)) } ?? false
      loops[place].changed = arguments
      return .bool(!isSame)
    default: return nil
    }
  }

  /// Renders a recursive loop over the list on top of the stack.
  mutating func recurse(_ routine: Int, _ activation: Activation) throws(Fault) {
    let place = (Lasting(activation.program), routine, activation.base, activation.context)
    try recurse(place, pop(), depth: 0, captures: false)
  }

  /// `loop(…)`: renders a recursive loop once more, which leaves its text on the stack or, when nothing captures it, in
  /// the output.
  mutating func recurse(_ live: Live, _ arguments: [Value], captures: Bool) throws(Fault) {
    let index = Int(live.index)
    guard index < loops.count, let place = loops[index].recursive, let list = arguments.first else {
      throw Fault(.loopNotRecursive)
    }
    try recurse(place, list, depth: loops[index].depth + 1, captures: captures)
  }

  private mutating func recurse(
    _ place: (program: Lasting<Program>, routine: Int, base: Int, context: Int), _ list: Value, depth: Int,
    captures: Bool
  ) throws(Fault) {
    let activation = enter(place.routine, of: place.program, outer: place.base, context: place.context)
    slots[activation.base + 1] = list
    try captured(activation.base, captures: captures) { (machine) throws(Fault) in
      machine.slots[activation.base + 2] = .int(depth)
      try machine.run(activation)
    }
  }

  /// Runs what writes, one level deeper, and leaves what was written on the stack if it is to be captured.
  mutating func captured(
    _ base: Int, captures isCaptured: Bool, _ body: (inout Machine) throws(Fault) -> Void
  ) throws(Fault) {
    guard depth < limits.depth else { throw Fault(.tooDeep(limits.depth)) }
    depth += 1
    if isCaptured { captures.append(out.count) }
    let loopCount = loops.count
    try body(&self)
    loops.cut(to: loopCount)
    if isCaptured { endCapture() }
    depth -= 1
    popFrame(base)
  }
}

/// What a loop answers by name.
enum LoopField: String, CaseIterable {
  case index, index0, revindex, revindex0, first, last, length, depth, depth0, previtem, nextitem

  static let named = Dictionary(uniqueKeysWithValues: allCases.map { (Name($0.rawValue).id, $0) })

  static let names = allCases.map(\.rawValue) + ["changed", "cycle"]
}
