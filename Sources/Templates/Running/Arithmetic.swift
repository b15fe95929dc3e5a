#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers as Python reckons: `/` gives a fraction, `//` and `%` round towards minus infinity.
enum Arithmetic {
  static func integers(_ a: Int, _ sign: BinaryOperator, _ b: Int) throws(Fault) -> Value {
    switch sign {
    case .add: return try checked(a.addingReportingOverflow(b))
    case .subtract: return try checked(a.subtractingReportingOverflow(b))
    case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
    case .divide:
      if b == 0 { throw Fault(.divisionByZero) }
      return .double(Double(a) / Double(b))
    case .floorDivide: return try floorDivide(a, b)
    case .modulo:
      if b == 0 { throw Fault(.divisionByZero) }
      if b == -1 { return .int(0) }
      let rest = a % b
      return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    case .power: return try power(a, b)
    }
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Fault) -> Value {
    if result.overflow { throw Fault(.numberTooLarge) }
    return .int(result.partialValue)
  }

  private static func floorDivide(_ a: Int, _ b: Int) throws(Fault) -> Value {
    if b == 0 { throw Fault(.divisionByZero) }
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    if overflow { throw Fault(.numberTooLarge) }
    return .int(quotient * b != a && (a < 0) != (b < 0) ? quotient - 1 : quotient)
  }

  private static func power(_ a: Int, _ b: Int) throws(Fault) -> Value {
    if b < 0 {
      if a == 0 { throw Fault(.divisionByZero) }
      return .double(pow(Double(a), Double(b)))
    }
    if a == 0 || a == 1 { return .int(b == 0 ? 1 : a) }
    if a == -1 { return .int(b % 2 == 0 ? 1 : -1) }
    var result = 1
    for _ in 0..<min(b, 64) {
      let (next, overflow) = result.multipliedReportingOverflow(by: a)
      if overflow { throw Fault(.numberTooLarge) }
      result = next
    }
    return .int(result)
  }

  static func numbers(_ a: Double, _ sign: BinaryOperator, _ b: Double) throws(Fault) -> Value {
    switch sign {
    case .add: return .double(a + b)
    case .subtract: return .double(a - b)
    case .multiply: return .double(a * b)
    case .power: return .double(pow(a, b))
    default: if b == 0 { throw Fault(.divisionByZero) }
    }
    if sign == .divide { return .double(a / b) }
    let rest = fmod(a, b)
    let modulo = rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    return .double(sign == .modulo ? modulo : ((a - modulo) / b).rounded())
  }
}
