// Expressions: each leaves one value on the stack.

extension Compiler {
  mutating func compile(_ expression: Expression) throws(Fault) {
    let range = expression.range
    switch expression.kind {
    case .constant(let value): add(.constant, program.constant(value), at: range)
    case .name(let name): loadName(name, at: range)
    case .tuple(let items): try make(.makeTuple, items, at: range)
    case .list(let items): try make(.makeList, items, at: range)
    case .map(let pairs): try map(pairs, at: range)
    case .member(let owner, let name):
      if let (slot, name, isContext) = slotMember(expression) {
        add(.slotMember, slot, program.name(name), isContext ? 1 : 0, at: range)
      } else {
        try compile(owner)
        add(.member, program.name(name), at: range)
      }
    case .item(let owner, let key): try item(owner, key, at: range)
    case .slice(let start, let stop, let step): try slice([start, stop, step], at: range)
    case .call(let callee, let arguments): try call(callee, arguments, at: range)
    case .filter(let subject, let name, let arguments): try filter(subject, name, arguments, at: range)
    case .test(let subject, let name, let arguments): try test(subject, name, arguments, at: range)
    case .unary(let sign, let operand):
      try compile(operand)
      add(.unary, sign == .not ? 0 : sign == .negate ? 1 : 2, at: range)
    case .binary(let sign, let left, let right):
      try compile(left)
      try compile(right)
      add(.binary, Int(sign.rawValue), at: range)
    case .and(let left, let right): try either(.jumpUnlessKeeping, left, right, at: range)
    case .or(let left, let right): try either(.jumpIfKeeping, left, right, at: range)
    case .compare(let first, let rest): try compare(first, rest, at: range)
    case .concat(let parts):
      for part in parts { try compile(part) }
      add(.concat, parts.count, at: range)
    case .conditional(let test, let then, let otherwise): try conditional(test, then, otherwise, at: range)
    }
  }

  private func loadName(_ name: String, at range: Range<Int>) {
    guard let place = scope.find(name) else { return }
    load(place, isContext: scope.isContext(name), at: range)
  }

  private mutating func make(_ operation: Instruction.Operation, _ items: [Expression], at range: Range<Int>)
    throws(Fault)
  {
    for item in items { try compile(item) }
    add(operation, items.count, at: range)
  }

  /// A map whose keys and values are all written out is made once, and not at each rendering.
  private mutating func map(_ pairs: [(key: Expression, value: Expression)], at range: Range<Int>)
    throws(Fault)
  {
    var written = Map()
    for pair in pairs {
      guard case .constant(let key) = pair.key.kind, key.keyDigest != nil,
        case .constant(let value) = pair.value.kind
      else { break }
      written[key] = value
    }
    guard written.count < pairs.count || pairs.isEmpty else {
      add(.constant, program.constant(.map(written)), at: range)
      return
    }
    for pair in pairs {
      try compile(pair.key)
      try compile(pair.value)
    }
    add(.makeMap, pairs.count, at: range)
  }

  private mutating func item(_ owner: Expression, _ key: Expression, at range: Range<Int>) throws(Fault) {
    try compile(owner)
    if case .constant(.text(let name)) = key.kind {
      add(.item, program.name(name), 1, at: range)
    } else if case .slice = key.kind {
      try compile(key)
      add(.slice, at: range)
    } else {
      try compile(key)
      add(.item, at: range)
    }
  }

  private mutating func slice(_ parts: [Expression?], at range: Range<Int>) throws(Fault) {
    for part in parts {
      if let part { try compile(part) } else { add(.constant, program.constant(.none), at: range) }
    }
  }

  private mutating func either(
    _ jump: Instruction.Operation, _ left: Expression, _ right: Expression, at range: Range<Int>
  ) throws(Fault) {
    try compile(left)
    let end = add(jump, at: left.range)
    try compile(right)
    routine.land(end)
  }

  /// `a < b < c` computes `b` once: it is kept below the first answer.
  private mutating func compare(
    _ first: Expression, _ rest: [(sign: Comparison, operand: Expression)], at range: Range<Int>
  ) throws(Fault) {
    try compile(first)
    var early: [Int] = []
    for (index, part) in rest.enumerated() {
      try compile(part.operand)
      let isLast = index == rest.count - 1
      if !isLast { add(.tuck, at: range) }
      add(.compare, Int(part.sign.rawValue), at: first.range.lowerBound..<part.operand.range.upperBound)
      if !isLast { early.append(add(.jumpUnlessKeeping, at: range)) }
    }
    guard !early.isEmpty else { return }
    let done = add(.jump, at: range)
    routine.land(early)
    add(.dropUnder, at: range)
    routine.land(done)
  }

  private mutating func conditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression?, at range: Range<Int>
  ) throws(Fault) {
    let wasConditional = isConditional
    isConditional = true
    try compile(test)
    let no = add(.jumpUnless, at: test.range)
    try compile(then)
    let end = add(.jump, at: range)
    routine.land(no)
    if let otherwise { try compile(otherwise) } else { add(.constant, program.constant(.silent), at: range) }
    routine.land(end)
    isConditional = wasConditional
  }
}
