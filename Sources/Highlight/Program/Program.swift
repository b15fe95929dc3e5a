/// A language compiled to tables: what the engine runs.
struct Program: Sendable {
  var states: [State] = []
  var automata: [Shape] = []
  /// The tables of all automata, one after another.
  var next: [UInt16] = []
  var classes: [UInt8] = []
  var accepts: [UInt16] = []
  var accepted: [UInt16] = []
  var rules: [Rule] = []
  var outcomes: [Outcome] = []
  var moves: [Move] = []
  var extents: [Grammar.Extent] = []
  var words: [WordTable] = []

  /// Colours nothing.
  static let plain = Program()

  /// Where the tables of one automaton begin.
  struct Shape: Sendable {
    let next: Int
    let classes: Int
    let accepts: Int
    let accepted: Int
    let stride: Int
    let start: Int
    let startOfLine: Int
  }

  /// Lays an automaton behind the others and gives its number; its rules are counted from `base`.
  mutating func add(_ automaton: Automaton, rulesFrom base: Int) -> Int {
    automata.append(
      Shape(
        next: next.count, classes: classes.count, accepts: accepts.count, accepted: accepted.count,
        stride: automaton.stride, start: automaton.start, startOfLine: automaton.startOfLine))
    next += automaton.next
    classes += automaton.classes
    accepts += automaton.accepts
    accepted += automaton.accepted.map { $0 == Automaton.endOfRun ? $0 : $0 + UInt16(base) }
    return automata.count - 1
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
