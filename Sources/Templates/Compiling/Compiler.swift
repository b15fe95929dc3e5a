import Diagnostics

/// Turns statements into a program.
struct Compiler {
  let program: ProgramBuilder
  let vocabulary: Vocabulary
  var routine: RoutineBuilder
  var scope: Scope
  /// Whether `set` here exports to the templates around: at the top, and in its `if`s.
  var isTop = true
  /// Whether output here is dropped once a parent is named.
  var checksExtends: Bool
  /// Whether a parent is named for certain, so that no output is to come.
  var extendsForCertain = false
  /// Whether an unknown filter may only fail when it is reached: inside `if`.
  var isConditional = false
  var loops: [LoopWay] = []
  /// What stands open and must be closed before a jump out of a loop.
  var openings: [Instruction.Operation] = []

  /// The ends of one loop.
  struct LoopWay {
    let top: Int
    let openings: Int
    var breaks: [Int] = []
  }

  static func compile(
    _ statements: [Statement], source: Source, vocabulary: Vocabulary, globals: Map
  ) throws(Fault) -> Program {
    let program = ProgramBuilder(globals: globals)
    program.hasExtends = statements.holdExtends
    let root = program.routine(parent: nil).builder
    let scope = Scope(parent: nil, routine: root)
    var compiler = Compiler(
      program: program, vocabulary: vocabulary, routine: root, scope: scope, checksExtends: program.hasExtends
    )
    if statements.mention("self") { compiler.declareSelf() }
    scope.analyze(statements)
    compiler.enter(scope)
    try compiler.compile(statements)
    return Program(program, source: source)
  }

  mutating func compile(_ statements: [Statement]) throws(Fault) {
    for statement in statements { try compile(statement) }
  }

  @discardableResult
  func add(_ operation: Instruction.Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, at range: Range<Int>)
    -> Int
  {
    routine.add(operation, a, b, c, at: range)
  }

  /// Gives the scope's variables what they start with.
  func enter(_ scope: Scope) {
    for (name, start) in scope.starts.sorted(by: { $0.key < $1.key }) {
      guard let slot = scope.slots[name] else { continue }
      switch start {
      case .parameter: break
      case .alias(let outer):
        load(outer, isContext: scope.parent?.isContext(name) ?? false, keepsMissing: true, at: 0..<0)
        add(.store, slot, at: 0..<0)
      case .unset: add(.clear, slot, at: 0..<0)
      case .context: if scope.stores.contains(name) { add(.clear, slot, at: 0..<0) }
      }
    }
  }

  func load(_ reference: SlotReference, isContext: Bool, keepsMissing: Bool = false, at range: Range<Int>) {
    let mode = isContext ? 1 : keepsMissing ? 2 : 0
    if reference.distance == 0 {
      add(.load, reference.slot, mode, at: range)
    } else {
      add(.loadOuter, reference.distance, reference.slot, mode, at: range)
    }
  }

  mutating func declareSelf() {
    scope.declare("self")
    guard let slot = scope.slots["self"] else { return }
    add(.constant, program.constant(.live(Live(kind: .selfBlocks, index: 0))), at: 0..<0)
    add(.store, slot, at: 0..<0)
  }

  /// Compiles in a scope of its own within the same routine.
  mutating func inner(_ body: (inout Compiler) throws(Fault) -> Void) throws(Fault) {
    var compiler = self
    compiler.scope = Scope(parent: scope, routine: routine)
    compiler.isTop = false
    try body(&compiler)
    loops = compiler.loops
  }
}

extension [Statement] {
  fileprivate var holdExtends: Bool {
    contains { statement in
      if case .extends = statement.kind { return true }
      return statement.bodies.contains { $0.holdExtends }
    }
  }
}
