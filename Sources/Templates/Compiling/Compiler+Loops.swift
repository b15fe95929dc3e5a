// Loops.
//
//     {% for x in list if test %}body{% else %}other{% endfor %}
//
//     list · beginLoop                 the items that pass are collected first, so that `loop.length` is right
//     a: advance b · x= · test · jumpUnless a · collect · jump a · b: endCollecting
//     beginLoop
//     c: advance d · x= · body · leaveLoop · jump c
//     d: skipOtherwise e · endLoop · other · jump f · e: endLoop · f:

extension Compiler {
  mutating func compile(_ loop: Loop, at range: Range<Int>) throws(Fault) {
    guard loop.isRecursive else {
      try compile(loop.list)
      return try body(of: loop, recursive: nil, at: range)
    }
    let (inside, index) = program.routine(parent: routine)
    var compiler = Compiler(
      program: program, vocabulary: vocabulary, routine: inside, scope: Scope(parent: scope, routine: inside),
      checksExtends: checksExtends)
    compiler.isTop = false
    compiler.extendsForCertain = extendsForCertain
    compiler.scope.declare(Compiler.listName)
    compiler.scope.declare(Compiler.depthName)
    guard let slot = compiler.scope.slots[Compiler.listName] else { return }
    compiler.add(.load, slot, at: loop.list.range)
    try compiler.body(of: loop, recursive: index, at: range)
    try compile(loop.list)
    add(.recurse, index, at: range)
  }

  /// No author can write this name: it holds what a recursive loop walks over.
  static let listName = " list"
  /// The slot after it holds how deep the recursion is.
  static let depthName = " depth"

  private mutating func body(of loop: Loop, recursive: Int?, at range: Range<Int>) throws(Fault) {
    if let condition = loop.condition { try filterItems(of: loop, condition, at: range) }
    let usesLoop = loop.isRecursive || loop.body.mention("loop") || loop.body.holdScopedBlock
    try inner { (compiler) throws(Fault) in
      if usesLoop { compiler.scope.declare("loop") }
      for name in loop.target.names { compiler.scope.declare(name) }
      compiler.scope.analyze(loop.body)
      compiler.add(.beginLoop, recursive.map { $0 + 1 } ?? 0, at: loop.list.range)
      if let slot = compiler.scope.slots["loop"], usesLoop { compiler.add(.setLoopValue, slot, at: range) }
      let top = compiler.routine.position
      let end = compiler.add(.advance, at: loop.list.range)
      try compiler.assign(loop.target, at: loop.list.range)
      compiler.enter(compiler.scope)
      compiler.loops.append(LoopWay(top: top, openings: compiler.openings.count))
      try compiler.compile(loop.body)
      if !loop.otherwise.isEmpty { compiler.add(.leaveLoop, at: range) }
      compiler.add(.jump, top, at: range)
      compiler.routine.land(end)
      if let way = compiler.loops.popLast() { compiler.routine.land(way.breaks) }
    }
    try otherwise(loop.otherwise, at: range)
  }

  private mutating func filterItems(of loop: Loop, _ condition: Expression, at range: Range<Int>)
    throws(Fault)
  {
    try inner { (compiler) throws(Fault) in
      for name in loop.target.names { compiler.scope.declare(name) }
      compiler.scope.analyze(condition)
      compiler.add(.beginLoop, at: loop.list.range)
      let top = compiler.routine.position
      let end = compiler.add(.advance, at: loop.list.range)
      try compiler.assign(loop.target, at: loop.list.range)
      compiler.enter(compiler.scope)
      try compiler.compile(condition)
      let next = compiler.add(.jumpUnless, at: condition.range)
      compiler.add(.collect, at: condition.range)
      compiler.routine.land(next)
      compiler.add(.jump, top, at: range)
      compiler.routine.land(end)
      compiler.add(.endCollecting, at: range)
    }
  }

  private mutating func otherwise(_ body: [Statement], at range: Range<Int>) throws(Fault) {
    guard !body.isEmpty else {
      add(.endLoop, at: range)
      return
    }
    let skip = add(.skipOtherwise, at: range)
    add(.endLoop, at: range)
    try inner { (compiler) throws(Fault) in
      compiler.scope.analyze(body)
      compiler.enter(compiler.scope)
      try compiler.compile(body)
    }
    let done = add(.jump, at: range)
    routine.land(skip)
    add(.endLoop, at: range)
    routine.land(done)
  }

  /// Jumps out of the body, closing what stands open within it.
  mutating func leaveLoop(breaks: Bool, at range: Range<Int>) {
    guard let way = loops.last else { return }
    for operation in openings[way.openings...].reversed() {
      add(operation, at: range)
      if operation == .endCapture { add(.pop, at: range) }
    }
    let jump = add(.jump, way.top, at: range)
    if breaks { loops[loops.count - 1].breaks.append(jump) }
  }
}
