/// What a rule matches: a regular expression in the strict sense, hence a finite automaton.
indirect enum Pattern: Sendable {
  case empty
  case byte(ByteSet)
  case sequence([Pattern])
  case choice([Pattern])
  case repeated(Pattern, least: Int, most: Int?)

  /// Whether it matches without taking a byte; a rule that does would not move on.
  var matchesNothing: Bool {
    switch self {
    case .empty: true
    case .byte: false
    case .sequence(let parts): parts.allSatisfy(\.matchesNothing)
    case .choice(let parts): parts.contains(where: \.matchesNothing)
    case .repeated(let part, let least, _): least == 0 || part.matchesNothing
    }
  }
}

/// A pattern and where it applies.
struct AnchoredPattern: Sendable {
  let pattern: Pattern
  /// Written `^`: only at the start of a line.
  let startsLine: Bool
  /// Written `$`: only before a line end or the end of the code.
  let endsLine: Bool
}
