import Diagnostics

// Calls of functions, methods, filters and tests, whose arguments are checked while the template is compiled.

extension Compiler {
  mutating func call(_ callee: Expression, _ arguments: CallArguments, at range: Range<Int>) throws(Fault) {
    if let levels = superLevels(callee), scope.find("super") == nil || scope.isContext("super") {
      add(.callSuper, levels, at: range)
    } else if case .member(let owner, let name) = callee.kind {
      try compile(owner)
      let shape = try push(arguments)
      let changed = try changedVariable(owner, method: name)
      add(.callMethod, program.call(shape), program.name(name), changed == nil ? 0 : 1, at: range)
      if let changed {
        if changed.distance == 0 {
          add(.store, changed.slot, at: range)
        } else {
          add(.appendTo, changed.distance, changed.slot, at: range)
        }
      }
    } else {
      try compile(callee)
      add(.call, program.call(try push(arguments)), at: range)
    }
  }

  /// How many blocks upwards `super()`, `super.super()` and so on reach.
  private func superLevels(_ callee: Expression) -> Int? {
    switch callee.kind {
    case .name("super"): 1
    case .member(let inner, "super"): superLevels(inner).map { $0 + 1 }
    default: nil
    }
  }

  /// Lists and dicts are values here: a method that changes one writes it back to its variable.
  private func changedVariable(_ owner: Expression, method: String) throws(Fault) -> SlotReference? {
    guard Methods.changing.contains(method), case .name(let name) = owner.kind else { return nil }
    return scope.find(name)
  }

  private mutating func push(_ arguments: CallArguments) throws(Fault) -> CallShape {
    for argument in arguments.all { try compile(argument) }
    return CallShape(
      positional: arguments.positional.count, names: arguments.named.map(\.name),
      spreads: arguments.spread != nil,
      spreadsNamed: arguments.namedSpread != nil)
  }

  mutating func filter(
    _ subject: Expression?, _ name: String, _ arguments: CallArguments, at range: Range<Int>
  ) throws(Fault) {
    if let subject { try compile(subject) }
    guard let filter = vocabulary.filters[name] else {
      let near = nearest(to: name, among: vocabulary.filters.keys.sorted())
      return try unknown(.unknownFilter(name, near: near), of: arguments, at: range)
    }
    try check(arguments, against: filter.signature, of: .filter(name), at: range)
    if filter === Filters.all["length"] || filter === Filters.all["count"] {
      add(.measure, at: range)
      return
    }
    let ready = ready(arguments, filter.signature)
    let shape = ready == nil ? try push(arguments) : CallShape()
    add(.filter, program.filter(FilterCall(filter: filter, shape: shape, ready: ready)), at: range)
  }

  mutating func test(
    _ subject: Expression, _ name: String, _ arguments: CallArguments, at range: Range<Int>
  ) throws(Fault) {
    if name == "defined" || name == "undefined", arguments.all.isEmpty,
      let (slot, member, isContext) = slotMember(subject), !isContext
    {
      add(.slotHolds, slot, program.name(member), name == "defined" ? 0 : 1, at: range)
      return
    }
    try compile(subject)
    guard let test = vocabulary.tests[name] else {
      let near = nearest(to: name, among: vocabulary.tests.keys.sorted())
      return try unknown(.unknownTest(name, near: near), of: arguments, at: range)
    }
    try check(arguments, against: test.signature, of: .test(name), at: range)
    let ready = ready(arguments, test.signature)
    let shape = ready == nil ? try push(arguments) : CallShape()
    add(.test, program.test(TestCall(test: test, shape: shape, ready: ready)), at: range)
  }

  /// A call of one of the site's functions with a text in so many words, such as `t("menu")`, whose answer is known.
  func knownCall(_ value: Expression) -> (slot: Int, call: KnownCall)? {
    guard case .call(let callee, let arguments) = value.kind, case .name(let name) = callee.kind,
      let place = scope.find(name), place.distance == 0, scope.isContext(name),
      arguments.all.count == 1, case .constant(.text(let question))? = arguments.positional.first?.kind,
      case .callable(let function)? = program.globals[Name(name)],
      let call = KnownCall(of: function, question)
    else { return nil }
    return (place.slot, call)
  }

  private func unknown(_ kind: TemplateFinding.Kind, of arguments: CallArguments, at range: Range<Int>)
    throws(Fault)
  {
    guard isConditional else { throw Fault(kind, at: range) }
    add(.fail, program.failure(kind), at: range)
  }

  private func check(
    _ arguments: CallArguments, against signature: Signature, of what: Called, at range: Range<Int>
  ) throws(Fault) {
    guard !signature.isVariadic, arguments.spread == nil, arguments.namedSpread == nil else { return }
    do {
      _ = try signature.bind(
        arguments.positional.map { _ in .none }, arguments.named.map { ($0.name, .none) }, what)
    } catch {
      throw Fault(error.kind, at: range)
    }
  }

  private func ready(_ arguments: CallArguments, _ signature: Signature) -> [Value]? {
    guard !signature.isVariadic, arguments.spread == nil, arguments.namedSpread == nil else { return nil }
    var bound = [Value](repeating: .missing, count: signature.parameters.count)
    for (index, argument) in arguments.positional.enumerated() {
      guard case .constant(let value) = argument.kind else { return nil }
      bound[index] = value
    }
    for (name, argument) in arguments.named {
      guard case .constant(let value) = argument.kind, let index = signature.parameters.firstIndex(of: name)
      else {
        return nil
      }
      bound[index] = value
    }
    return bound
  }
}
