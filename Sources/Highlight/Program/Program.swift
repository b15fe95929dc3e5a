/// A language compiled to tables: what the engine runs.
struct Program: Sendable {
  var states: [State] = []
  var automata: [Automaton] = []
  var rules: [Rule] = []
  var outcomes: [Outcome] = []
  var moves: [Move] = []
  var extents: [Grammar.Extent] = []
  var words: [WordTable] = []

  /// Colours nothing.
  static let plain = Program()

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
