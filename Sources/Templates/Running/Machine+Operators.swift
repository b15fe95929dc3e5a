import Bytes

// Operators, with Python's arithmetic.

extension Machine {
  @inline(__always)
  mutating func truth(_ value: Value) throws(Fault) -> Bool {
    if case .bool(let truth) = value { return truth }
    if case .undefined(let undefined) = value, strict, !undefined.isSilent {
      throw self.undefined(undefined.absence)
    }
    return value.isTrue
  }

  mutating func jump(_ step: Instruction, when wanted: Bool, _ position: inout Int) throws(Fault) {
    let value = pop()
    if try truth(value) == wanted {
      position = Int(step.a)
      stack.push(value)
    }
  }

  mutating func unary(_ sign: Int) throws(Fault) {
    let value = pop()
    if sign == 0 { return stack.push(.bool(try !truth(value))) }
    if case .undefined(let undefined) = value { throw self.undefined(undefined.absence) }
    if let number = value.integer {
      let (result, overflow) = 0.subtractingReportingOverflow(number)
      if overflow { throw Fault(.numberTooLarge) }
      stack.push(.int(sign == 1 ? result : number))
    } else if case .double(let number) = value {
      stack.push(.double(sign == 1 ? -number : number))
    } else {
      throw Fault(.badOperand(sign == 1 ? "-" : "+", value.kindName))
    }
  }

  mutating func concat(_ count: Int) throws(Fault) {
    let parts = take(count)
    for part in parts { try check(part) }
    let isSafe = escapes && parts.contains { $0.isSafe }
    var text: [UInt8] = []
    for part in parts {
      let piece = part.string ?? printed(part)
      if isSafe, !part.isSafe { text.append(markupEscaping: piece) } else { text.append(text: piece) }
    }
    try checkLength(text.count)
    let string = String(decoding: text, as: UTF8.self)
    stack.push(isSafe ? .safe(string) : .text(string))
  }

  mutating func checkLength(_ count: Int) throws(Fault) {
    if count > limits.output { throw Fault(.outputTooLong(limits.output)) }
  }

  mutating func compare(_ sign: Int32) throws(Fault) {
    let right = pop()
    let left = pop()
    guard let comparison = Comparison(rawValue: sign) else { return }
    stack.push(.bool(try compare(left, comparison, right)))
  }

  mutating func compare(_ left: Value, _ sign: Comparison, _ right: Value) throws(Fault) -> Bool {
    try check(left)
    try check(right)
    switch sign {
    case .equal: return left.equals(right)
    case .unequal: return !left.equals(right)
    case .less: return try left.precedes(right, by: "<")
    case .greater: return try right.precedes(left, by: ">")
    case .lessOrEqual: return left.equals(right) ? true : try left.precedes(right, by: "<=")
    case .greaterOrEqual: return left.equals(right) ? true : try right.precedes(left, by: ">=")
    case .contained: return try contains(right, left)
    case .notContained: return try !contains(right, left)
    }
  }

  mutating func contains(_ list: Value, _ item: Value) throws(Fault) -> Bool {
    switch list {
    case .map(let map): return map[item] != nil
    case .text, .safe, .markup:
      guard let part = item.string else { throw Fault(.badOperand("in", item.kindName)) }
      return (list.string ?? "").bytesContain(part)
    default: return try elements(of: list).contains { $0.equals(item) }
    }
  }

  mutating func binary(_ sign: Int32) throws(Fault) {
    let right = pop()
    let left = pop()
    guard let sign = BinaryOperator(rawValue: sign) else { return }
    stack.push(try binary(left, sign, right))
  }

  mutating func binary(_ left: Value, _ sign: BinaryOperator, _ right: Value) throws(Fault) -> Value {
    if case .undefined(let undefined) = left { throw self.undefined(undefined.absence) }
    if case .undefined(let undefined) = right { throw self.undefined(undefined.absence) }
    if let a = left.integer, let b = right.integer { return try Arithmetic.integers(a, sign, b) }
    if let a = left.number, let b = right.number { return try Arithmetic.numbers(a, sign, b) }
    switch sign {
    case .add: if let sum = try join(left, right) { return sum }
    case .multiply:
      if let count = right.integer, let product = try `repeat`(left, count) { return product }
      if let count = left.integer, let product = try `repeat`(right, count) { return product }
    case .modulo: if left.string != nil { return try formatted(left, right) }
    default: break
    }
    throw Fault(.badOperands(sign.sign, left.kindName, right.kindName))
  }

  private mutating func join(_ left: Value, _ right: Value) throws(Fault) -> Value? {
    if let a = left.string, let b = right.string {
      try checkLength(a.utf8.count + b.utf8.count)
      guard left.isSafe || right.isSafe else { return .text(a + b) }
      return .safe((left.isSafe ? a : a.markupEscaped) + (right.isSafe ? b : b.markupEscaped))
    }
    switch (left, right) {
    case (.list(let a), .list(let b)): return .list(a + b)
    case (.tuple(let a), .tuple(let b)): return .tuple(a + b)
    default: return nil
    }
  }

  private mutating func `repeat`(_ value: Value, _ count: Int) throws(Fault) -> Value? {
    let count = max(count, 0)
    if let text = value.string {
      try checkLength(
        text.utf8.count.multipliedReportingOverflow(by: count).overflow ? .max : text.utf8.count * count)
      let result = String(repeating: text, count: count)
      return value.isSafe ? .safe(result) : .text(result)
    }
    switch value {
    case .list(let items):
      try checkLength(
        items.count.multipliedReportingOverflow(by: count).overflow ? .max : items.count * count)
      return .list(Array(repeatElement(items, count: count).joined()))
    case .tuple(let items):
      try checkLength(
        items.count.multipliedReportingOverflow(by: count).overflow ? .max : items.count * count)
      return .tuple(Array(repeatElement(items, count: count).joined()))
    default: return nil
    }
  }

  private mutating func formatted(_ left: Value, _ right: Value) throws(Fault) -> Value {
    let arguments: [Value] = if case .tuple(let items) = right { items } else { [right] }
    let text = try PercentFormat.apply(left, arguments, in: &self)
    return left.isSafe ? .safe(text) : .text(text)
  }
}
