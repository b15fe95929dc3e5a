import Bytes
import Diagnostics

// Calls: of filters, tests, functions, macros and methods.

extension Machine {
  /// Writes what a filter answers, without a string in between where the filter knows how.
  mutating func writeFiltered(_ call: FilterCall) throws(Fault) {
    if let printer = call.printer, try write(call, through: printer) { return try checkLength(out.count) }
    try filter(call)
    try write(pop())
  }

  mutating func filter(_ call: FilterCall) throws(Fault) {
    let (positional, named) = try arguments(call.shape, ready: call.ready)
    let subject = pop()
    stack.push(try apply(call.filter, to: subject, positional, named, isBound: call.ready != nil))
  }

  mutating func apply(
    _ filter: Filter, to subject: Value, _ positional: [Value], _ named: [(String, Value)],
    isBound: Bool = false
  ) throws(Fault) -> Value {
    var subject = subject
    if !filter.takesUndefined {
      try check(subject)
      subject = unfolded(subject)
    }
    let called = Called.filter(filter.name)
    if filter.signature.isVariadic || isBound {
      return try filter.body(
        &self, Arguments(called: called, subject: subject, values: positional, named: named))
    }
    let bound = try filter.signature.bind(positional, named, called)
    return try filter.body(&self, Arguments(called: called, subject: subject, values: bound))
  }

  /// `|length`, which templates ask before many a list.
  mutating func measure() throws(Fault) {
    let value = pop()
    try check(value)
    stack.push(.int(try Filters.count(unfolded(value), &self)))
  }

  mutating func test(_ call: TestCall) throws(Fault) {
    let (positional, named) = try arguments(call.shape, ready: call.ready)
    let subject = pop()
    stack.push(.bool(try apply(call.test, to: subject, positional, named, isBound: call.ready != nil)))
  }

  mutating func apply(
    _ test: Test, to subject: Value, _ positional: [Value], _ named: [(String, Value)], isBound: Bool = false
  ) throws(Fault) -> Bool {
    if !test.takesUndefined { try check(subject) }
    let called = Called.test(test.name)
    let bound = isBound ? positional : try test.signature.bind(positional, named, called)
    return try test.body(&self, Arguments(called: called, subject: subject, values: bound))
  }

  /// Takes a call's arguments from the stack.
  private mutating func arguments(
    _ shape: CallShape, ready: [Value]? = nil
  ) throws(Fault) -> (positional: [Value], named: [(String, Value)]) {
    if let ready { return (ready, []) }
    if shape.count == 0 { return ([], []) }
    let namedSpread = shape.spreadsNamed ? pop() : nil
    let spread = shape.spreads ? pop() : nil
    var named = shape.names.isEmpty ? [] : Array(zip(shape.names, take(shape.names.count)))
    var positional = take(shape.positional)
    if let spread { positional += try elements(of: spread) }
    if let namedSpread {
      guard let map = map(namedSpread) else { throw Fault(.notAMapping(namedSpread.kindName)) }
      for entry in map.entries { named.append((entry.key.string ?? "", entry.value)) }
    }
    return (positional, named)
  }

  /// Writes what a call answers; macros and loops write for themselves.
  mutating func writeCall(_ shape: CallShape) throws(Fault) {
    if shape.positional == shape.count, let macro = macro(at: stack.count - 1 - shape.positional),
      shape.positional <= macro.room
    {
      return try write(macro, shape.positional)
    }
    if let answer = knownAnswer(shape) { return try write(answer) }
    let (positional, named) = try arguments(shape)
    let callee = pop()
    switch callee {
    case .live(let live) where live.kind == .macro:
      try call(macros[Int(live.index)], positional, named, captures: false)
    case .live(let live) where live.kind == .loop: try recurse(live, positional, captures: false)
    default: try write(call(callee, positional, named))
    }
  }

  /// The macro that lies somewhere on the stack.
  private mutating func macro(at place: Int) -> Macro? {
    guard case .live(let live) = stack[place], live.kind == .macro else { return nil }
    return macros[Int(live.index)]
  }

  /// What a function answers that need not be called for it.
  private mutating func knownAnswer(_ shape: CallShape) -> Value? {
    let top = stack.count - 1
    guard shape.positional == 1, shape.count == 1, case .callable(let callable) = stack[top - 1],
      case .known(let answers, _) = callable.kind, case .text(let asked) = stack[top],
      let (answer, key) = answers[asked]
    else { return nil }
    reads.record(key)
    stack.cut(to: top - 1)
    return answer
  }

  mutating func call(_ shape: CallShape) throws(Fault) {
    if let answer = knownAnswer(shape) { return stack.push(answer) }
    let (positional, named) = try arguments(shape)
    let callee = pop()
    stack.push(try call(callee, positional, named))
  }

  mutating func call(_ callee: Value, _ positional: [Value], _ named: [(String, Value)]) throws(Fault)
    -> Value
  {
    switch callee {
    case .callable(let callable):
      switch callable.kind {
      case .builtIn(let body): return try body(&self, positional, named)
      case .host(let body), .known(_, otherwise: let body):
        return try host(body, subject: .missing, positional, named)
      }
    case .live(let live) where live.kind == .macro:
      try call(macros[Int(live.index)], positional, named, captures: true)
      return pop()
    case .live(let live): return try call(live, positional)
    case .object(let object):
      let called = try host(subject: .missing, positional, named) { (call) throws(HostRefusal) in
        try object.answer(&call)
      }
      guard let answer = called else { throw Fault(.notCallable(callee.kindName)) }
      return answer
    case .undefined(let undefined): throw self.undefined(undefined.absence)
    default: throw Fault(.notCallable(callee.kindName))
    }
  }

  mutating func host(
    _ body: @Sendable (inout HostCall) throws(HostRefusal) -> Value, subject: Value, _ positional: [Value],
    _ named: [(String, Value)]
  ) throws(Fault) -> Value {
    try host(subject: subject, positional, named, body)
  }

  private mutating func host<Answer>(
    subject: Value, _ positional: [Value], _ named: [(String, Value)],
    _ body: (inout HostCall) throws(HostRefusal) -> Answer
  ) throws(Fault) -> Answer {
    let names = named.isEmpty ? [:] : Dictionary(named, uniquingKeysWith: { _, last in last })
    var call = HostCall(
      subject: subject, positional: positional, named: names, escapes: escapes, reads: reads)
    // The notes move into the call and back: two owners would mean a copy at each call.
    reads = Reads()
    defer { swap(&reads, &call.reads) }
    do {
      return try body(&call)
    } catch {
      throw Fault(.refused(error))
    }
  }

  private mutating func call(_ live: Live, _ arguments: [Value]) throws(Fault) -> Value {
    let index = Int(live.index)
    switch live.kind {
    case .loop:
      try recurse(live, arguments, captures: true)
      return pop()
    case .joiner:
      defer { cyclers[index].position += 1 }
      return cyclers[index].position == 0 ? .text("") : cyclers[index].items[0]
    default: throw Fault(.notCallable(live.kindName))
    }
  }

  mutating func callMethod(_ shape: CallShape, _ name: Name, changes: Bool) throws(Fault) {
    if name.id == Machine.cycle.id, shape.positional > 0, shape.positional == shape.count, cycleLoop(shape) {
      return
    }
    let (positional, named) = try arguments(shape)
    let owner = pop()
    if changes, let (result, changed) = try Methods.change(owner, name.text, positional, named) {
      stack.push(result)
      return stack.push(changed)
    }
    stack.push(try method(owner, name, positional, named))
    if changes { stack.push(owner) }
  }

  private mutating func method(
    _ owner: Value, _ name: Name, _ positional: [Value], _ named: [(String, Value)]
  ) throws(Fault) -> Value {
    if case .live(let live) = owner, let answer = try method(live, name, positional) { return answer }
    if case .undefined(let undefined) = owner { throw self.undefined(undefined.absence) }
    if let answer = try Methods.call(owner, name.text, positional, named, in: &self) { return answer }
    let callee = try member(owner, name)
    if callee.isUndefined {
      let owner = unfolded(owner)
      if let answer = try Methods.call(owner, name.text, positional, named, in: &self) { return answer }
      let known = Methods.names(of: owner)
      throw Fault(
        .noMethod(name.text, of: owner.kindName, near: nearest(to: name.text, among: known), known: known))
    }
    return try call(callee, positional, named)
  }

  private static let cycle: Name = "cycle"

  /// `loop.cycle(…)` takes its pick from the stack, without a list.
  private mutating func cycleLoop(_ shape: CallShape) -> Bool {
    let start = stack.count - shape.positional
    guard case .live(let live) = stack[start - 1], live.kind == .loop, Int(live.index) < loops.count else {
      return false
    }
    let value = stack[start + loops[Int(live.index)].index % shape.positional]
    stack.cut(to: start)
    stack[start - 1] = value
    return true
  }

  private mutating func method(_ live: Live, _ name: Name, _ arguments: [Value]) throws(Fault) -> Value? {
    let index = Int(live.index)
    switch live.kind {
    case .loop: return index < loops.count ? try callLoop(name.text, index, arguments) : nil
    case .selfBlocks: return try selfBlock(name)
    case .cycler: return cycle(name.text, index)
    default: return nil
    }
  }

  private mutating func cycle(_ name: String, _ index: Int) -> Value? {
    let state = cyclers[index]
    if name == "reset" {
      cyclers[index].position = 0
      return Value.none
    }
    guard name == "next" else { return nil }
    cyclers[index].position = (state.position + 1) % state.items.count
    return state.items[state.position]
  }
}
