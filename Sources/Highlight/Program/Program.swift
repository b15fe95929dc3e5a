/// A language compiled to tables: what the engine runs.
struct Program: Sendable {
  var states: [State] = []
  var automata: [Shape] = []
  /// The tables of all automata, one after another: for each node what it matches, then the next node for each class.
  var rows: [UInt32] = []
  var classes: [UInt8] = []
  var accepted: [UInt16] = []
  var rules: [Rule] = []
  var outcomes: [Outcome] = []
  var moves: [Move] = []
  var extents: [Grammar.Extent] = []
  var words = WordTables()

  /// Colours nothing.
  static let plain = Program()

  /// Where the tables of one automaton begin.
  struct Shape: Sendable {
    let rows: Int
    let classes: Int
    let accepted: Int
    /// Nodes are named by where their row begins.
    let start: Int
    let startOfLine: Int
  }

  /// Lays an automaton behind the others and gives its number; its rules are counted from `base`.
  mutating func add(_ automaton: Automaton, rulesFrom base: Int) -> Int {
    let stride = automaton.stride + 1
    automata.append(
      Shape(
        rows: rows.count, classes: classes.count, accepted: accepted.count,
        start: automaton.start * stride, startOfLine: automaton.startOfLine * stride))
    for (node, run) in automaton.accepts.enumerated() {
      rows.append(match(Int(run), of: automaton, rulesFrom: base))
      let next = automaton.next[(node * automaton.stride)..<((node + 1) * automaton.stride)]
      rows += next.map { UInt32($0) * UInt32(stride) }
    }
    classes += automaton.classes
    accepted += automaton.accepted.map { $0 == Automaton.endOfRun ? $0 : $0 + UInt16(base) }
    return automata.count - 1
  }

  /// What a node matches, as the first number of its row: nothing is 0, a rule that always holds is twice its number
  /// and one, a run of rules that must be asked is twice its place.
  private func match(_ run: Int, of automaton: Automaton, rulesFrom base: Int) -> UInt32 {
    guard run != 0 else { return 0 }
    let rule = Int(automaton.accepted[run]) + base
    let isSure = rules.indices.contains(rule) && !rules[rule].isConditional
    return UInt32(isSure ? 2 * rule + 1 : 2 * run)
  }

  /// A point of the code: which automaton reads on, and what happens when it finds nothing.
  struct State: Sendable {
    let automaton: Int
    let otherwise: Int
  }

  struct Rule: Sendable {
    let outcome: Int
    /// -1 for no list of words.
    let words: Int
    /// The automaton of what must (not) follow; -1 for none.
    let ahead: Int
    let isAheadWanted: Bool
    let endsLine: Bool
    let aheadEndsLine: Bool

    var isConditional: Bool { ahead >= 0 || endsLine }
  }

  struct Outcome: Sendable {
    let style: Style
    let moves: Range<Int>
  }

  enum Move: Sendable {
    /// An extent of -1 sets no end.
    case push(state: Int, extent: Int)
    case set(state: Int, extent: Int)
    case pop(Int)
  }
}
