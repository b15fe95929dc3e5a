/// What a template does, as it was written.
struct Statement {
  indirect enum Kind {
    case text(Range<Int>)
    case output(Expression)
    case branch([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case set(Target, Expression)
    case setBlock(Target, filter: Expression?, body: [Statement])
    case with([(target: Target, value: Expression)], body: [Statement])
    case filter(Expression, body: [Statement])
    case macro(MacroDefinition)
    case call(MacroDefinition, Expression)
    case block(BlockDefinition)
    case extends(Expression)
    case include(Expression, ignoresMissing: Bool, withContext: Bool)
    case importModule(Expression, name: String, withContext: Bool)
    case importNames(Expression, names: [(name: String, alias: String)], withContext: Bool)
    case evaluate(Expression)
    case autoescape(Expression, body: [Statement])
    case breakLoop
    case continueLoop
  }

  let kind: Kind
  let range: Range<Int>
}

struct Loop {
  let target: Target
  let list: Expression
  let condition: Expression?
  let isRecursive: Bool
  let body: [Statement]
  let otherwise: [Statement]
}

struct MacroDefinition {
  let name: String
  let parameters: [(name: String, fallback: Expression?)]
  let body: [Statement]
}

struct BlockDefinition {
  let name: String
  let isScoped: Bool
  let isRequired: Bool
  let body: [Statement]
}

/// What an assignment writes to.
indirect enum Target {
  case name(String)
  case tuple([Target])
  case attribute(of: String, String)

  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .tuple(let targets): targets.flatMap(\.names)
    case .attribute: []
    }
  }
}
