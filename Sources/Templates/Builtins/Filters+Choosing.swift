// Filters that pick or change the items of a list.

extension Filters {
  static func addChoosing(to table: inout FilterTable) {
    table.add("map", variadic: true, map)
    table.add("select", variadic: true) { (machine, call) throws(Fault) in
      try choose(call, keeps: true, byAttribute: false, &machine)
    }
    table.add("reject", variadic: true) { (machine, call) throws(Fault) in
      try choose(call, keeps: false, byAttribute: false, &machine)
    }
    table.add("selectattr", variadic: true) { (machine, call) throws(Fault) in
      try choose(call, keeps: true, byAttribute: true, &machine)
    }
    table.add("rejectattr", variadic: true) { (machine, call) throws(Fault) in
      try choose(call, keeps: false, byAttribute: true, &machine)
    }
  }

  private static let map: Filter.Body = { (machine, call) throws(Fault) in
    let items = try machine.elements(of: call.subject)
    var result: [Value] = []
    if call.values.isEmpty, let path = call.named.first(where: { $0.0 == "attribute" })?.1 {
      let fallback = call.named.first { $0.0 == "default" }?.1 ?? .missing
      let attribute = Attribute(path)
      for item in items { result.append(try attribute.value(of: item, &machine, fallback: fallback)) }
      return .list(result)
    }
    guard let name = call.values.first?.string else { throw Fault(.missingArgument("map", "filter")) }
    guard let filter = machine.environment.vocabulary.filters[name] else {
      throw Fault(.unknownFilter(name, near: nil))
    }
    let rest = Array(call.values.dropFirst())
    for item in items { result.append(try machine.apply(filter, to: item, rest, call.named)) }
    return .list(result)
  }

  private static func choose(
    _ call: Arguments, keeps: Bool, byAttribute: Bool, _ machine: inout Machine
  ) throws(Fault) -> Value {
    var arguments = call.values
    var attribute: Attribute?
    if byAttribute {
      guard !arguments.isEmpty else { throw Fault(.missingArgument(call.called.name, "attribute")) }
      attribute = Attribute(arguments.removeFirst())
    }
    var test: Test?
    if !arguments.isEmpty {
      let name = arguments.removeFirst().string ?? ""
      test = machine.environment.vocabulary.tests[name]
      if test == nil { throw Fault(.unknownTest(name, near: nil)) }
    }
    var result: [Value] = []
    for item in try machine.elements(of: call.subject) {
      let value = try attribute?.value(of: item, &machine) ?? item
      let passes =
        try test.map { (test) throws(Fault) in try machine.apply(test, to: value, arguments, call.named) }
        ?? value.isTrue
      if passes == keeps { result.append(item) }
    }
    return .list(result)
  }
}
