import Diagnostics

/// What can be wrong with a grammar file.
enum GrammarFinding: Finding, Hashable {
  case badPattern(PatternParser.Fault)
  case emptyMatch
  case misplacedRule
  case missingName
  case missingPart(Part)
  case missingRoot
  case repeatedState(String)
  case tooLarge(state: String)
  case unknownDirective(String, near: String?)
  case unknownExtent(String)
  case unknownMove(String, near: String?)
  case unknownState(String, near: String?)
  case unknownStyle(String, near: String?)
  case unknownWords(String, near: String?)
  case includesItself(String)

  /// What a line lacks.
  enum Part: Sendable, Hashable {
    case name, pattern, style, state, extent
  }

  var code: String {
    switch self {
    case .badPattern: "grammar-pattern"
    case .emptyMatch: "grammar-empty-match"
    case .misplacedRule: "grammar-misplaced-rule"
    case .missingName: "grammar-no-name"
    case .missingPart: "grammar-missing-part"
    case .missingRoot: "grammar-no-root"
    case .repeatedState: "grammar-repeated-state"
    case .tooLarge: "grammar-too-large"
    case .unknownDirective: "grammar-unknown-directive"
    case .unknownExtent: "grammar-unknown-extent"
    case .unknownMove: "grammar-unknown-move"
    case .unknownState: "grammar-unknown-state"
    case .unknownStyle: "grammar-unknown-style"
    case .unknownWords: "grammar-unknown-words"
    case .includesItself: "grammar-include-loop"
    }
  }

  var severity: Severity { .error }
}
