/// What a template computes, as it was written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    case name(String)
    case tuple([Expression])
    case list([Expression])
    case map([(key: Expression, value: Expression)])
    case member(Expression, String)
    case item(Expression, Expression)
    case slice(Expression?, Expression?, Expression?)
    case call(Expression, CallArguments)
    /// A filter; without a subject it stands in a filter block, whose text is the subject.
    case filter(Expression?, String, CallArguments)
    case test(Expression, String, CallArguments)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case compare(Expression, [(sign: Comparison, operand: Expression)])
    case concat([Expression])
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
  }

  let kind: Kind
  let range: Range<Int>
  /// How many expressions stand inside one another below this one, so that no walk runs too deep.
  let depth: Int
}

struct CallArguments: Sendable {
  var positional: [Expression] = []
  var named: [(name: String, value: Expression)] = []
  var spread: Expression?
  var namedSpread: Expression?

  var all: [Expression] { positional + named.map(\.value) + [spread, namedSpread].compactMap { $0 } }
}

enum UnaryOperator: Sendable { case negate, plus, not }

enum BinaryOperator: Int32 {
  case add, subtract, multiply, divide, floorDivide, modulo, power

  var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }
}

enum Comparison: Int32 {
  case equal, unequal, less, lessOrEqual, greater, greaterOrEqual, contained, notContained
}
