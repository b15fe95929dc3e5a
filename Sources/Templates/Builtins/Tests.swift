/// The tests after `is`.
enum Tests {
  static let all: [String: Test] = {
    var table = TestTable()
    addKinds(to: &table)
    addRelations(to: &table)
    addComparisons(to: &table)
    return table.tests
  }()

  private static func addKinds(to table: inout TestTable) {
    table.add("defined", undefined: true) { (_, call) in !call.subject.isUndefined }
    table.add("undefined", undefined: true) { (_, call) in call.subject.isUndefined }
    table.add("none") { (_, call) in if case .none = call.subject { true } else { false } }
    table.add("boolean") { (_, call) in if case .bool = call.subject { true } else { false } }
    table.add("true") { (_, call) in if case .bool(true) = call.subject { true } else { false } }
    table.add("false") { (_, call) in if case .bool(false) = call.subject { true } else { false } }
    table.add("integer") { (_, call) in if case .int = call.subject { true } else { false } }
    table.add("float") { (_, call) in if case .double = call.subject { true } else { false } }
    table.add("number") { (_, call) in call.subject.number != nil }
    table.add("string") { (_, call) in call.subject.string != nil }
    table.add("mapping") { (_, call) in call.subject.isMapping }
    table.add("callable") { (_, call) in call.subject.isCallable }
    table.add("sequence") { (_, call) in call.subject.isSequence }
    table.add("iterable") { (_, call) in call.subject.isSequence }
    table.add("escaped") { (_, call) in call.subject.isSafe }
    table.add("lower") { (machine, call) in call.soft(&machine).isCased { $0.lowercaseMapping } }
    table.add("upper") { (machine, call) in call.soft(&machine).isCased { $0.uppercaseMapping } }
  }

  private static func addRelations(to table: inout TestTable) {
    table.add("even") { (machine, call) throws(Fault) in
      try remainder(call, .int(2), &machine).equals(.int(0))
    }
    table.add("odd") { (machine, call) throws(Fault) in try remainder(call, .int(2), &machine).equals(.int(1))
    }
    table.add("divisibleby", parameters: ["num"]) { (machine, call) throws(Fault) in
      try remainder(call, call.required(0, "num"), &machine).equals(.int(0))
    }
    table.add("sameas", parameters: ["other"]) { (_, call) throws(Fault) in
      let other = try call.required(0, "other")
      return call.subject.kindName == other.kindName && call.subject.equals(other)
    }
    table.add("in", parameters: ["seq"]) { (machine, call) throws(Fault) in
      try machine.contains(call.required(0, "seq"), call.subject)
    }
    table.add("filter") { (machine, call) in
      machine.environment.vocabulary.filters[call.subject.string ?? ""] != nil
    }
    table.add("test") { (machine, call) in
      machine.environment.vocabulary.tests[call.subject.string ?? ""] != nil
    }
  }

  private static func addComparisons(to table: inout TestTable) {
    let comparisons: [(Comparison, [String])] = [
      (.equal, ["eq", "equalto", "=="]), (.unequal, ["ne", "!="]), (.less, ["lt", "lessthan", "<"]),
      (.lessOrEqual, ["le", "<="]), (.greater, ["gt", "greaterthan", ">"]), (.greaterOrEqual, ["ge", ">="]),
    ]
    for (sign, names) in comparisons {
      for name in names {
        table.add(name, parameters: ["other"]) { (machine, call) throws(Fault) in
          try machine.compare(call.subject, sign, call.required(0, "other"))
        }
      }
    }
  }

  private static func remainder(_ call: Arguments, _ by: Value, _ machine: inout Machine) throws(Fault)
    -> Value
  {
    guard call.subject.number != nil else {
      throw Fault(.wrongSubject(call.called, got: call.subject.kindName))
    }
    return try machine.binary(call.subject, .modulo, by)
  }
}

struct TestTable {
  private(set) var tests: [String: Test] = [:]

  mutating func add(
    _ names: String..., parameters: [String] = [], undefined: Bool = false, _ body: @escaping Test.Body
  ) {
    for name in names {
      tests[name] = Test(
        name: name, signature: Signature(parameters: parameters), takesUndefined: undefined, body: body)
    }
  }
}

extension Value {
  fileprivate var isCallable: Bool {
    switch self {
    case .callable: true
    case .live(let live): live.kind == .macro
    default: false
    }
  }

  var isSequence: Bool {
    switch self {
    case .list, .tuple, .map, .range, .text, .safe, .markup, .undefined: true
    case .object(let object): object.isMapping
    default: false
    }
  }
}

extension String {
  /// Whether the string has letters with a case and all are in the given one.
  fileprivate func isCased(_ mapping: (Unicode.Scalar.Properties) -> String) -> Bool {
    var hasCase = false
    for scalar in unicodeScalars where scalar.properties.isCased {
      if mapping(scalar.properties) != String(Character(scalar)) { return false }
      hasCase = true
    }
    return hasCase
  }
}
