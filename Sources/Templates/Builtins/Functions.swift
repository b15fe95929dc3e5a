/// The functions that every template sees.
enum Functions {
  static let all: Map = Map([
    ("range", make("range", range)), ("dict", make("dict", dict)),
    ("namespace", make("namespace", namespace)),
    ("cycler", make("cycler", cycler)), ("joiner", make("joiner", joiner)),
  ])

  typealias Body = @Sendable (inout Machine, [Value], [(String, Value)]) throws(Fault) -> Value

  private static func make(_ name: String, _ body: @escaping Body) -> Value {
    .callable(Callable(name, .builtIn(body)))
  }

  private static let range: Body = { (_, arguments, _) throws(Fault) in
    var numbers: [Int] = []
    for argument in arguments {
      guard let number = argument.integer else {
        throw Fault(.wrongArgument(.function("range"), "start", wanted: .integer, got: argument.kindName))
      }
      numbers.append(number)
    }
    switch numbers.count {
    case 1: return .range(NumberRange(start: 0, stop: numbers[0], step: 1))
    case 2: return .range(NumberRange(start: numbers[0], stop: numbers[1], step: 1))
    case 3:
      if numbers[2] == 0 { throw Fault(.sliceStep) }
      return .range(NumberRange(start: numbers[0], stop: numbers[1], step: numbers[2]))
    case 0: throw Fault(.missingArgument("range", "stop"))
    default: throw Fault(.tooManyArguments(.function("range"), most: 3, got: numbers.count))
    }
  }

  private static let dict: Body = { (machine, arguments, named) throws(Fault) in
    .map(try merged(arguments, named, &machine))
  }

  private static func merged(
    _ arguments: [Value], _ named: [(String, Value)], _ machine: inout Machine
  ) throws(Fault) -> Map {
    var map = Map()
    if let first = arguments.first {
      if let given = machine.map(first) {
        map = given
      } else {
        for pair in try machine.elements(of: first) {
          let parts = try machine.elements(of: pair)
          guard parts.count == 2 else { throw Fault(.unpack(wanted: 2, got: parts.count)) }
          map[parts[0]] = parts[1]
        }
      }
    }
    for (name, value) in named { map[Name(name)] = value }
    return map
  }

  private static let namespace: Body = { (machine, arguments, named) throws(Fault) in
    machine.namespaces.append(try merged(arguments, named, &machine))
    return .live(Live(kind: .namespace, index: Int32(machine.namespaces.count - 1)))
  }

  private static let cycler: Body = { (machine, arguments, _) throws(Fault) in
    guard !arguments.isEmpty else { throw Fault(.missingArgument("cycler", "items")) }
    machine.cyclers.append(CyclerState(items: arguments))
    return .live(Live(kind: .cycler, index: Int32(machine.cyclers.count - 1)))
  }

  private static let joiner: Body = { (machine, arguments, named) in
    let sign = arguments.first ?? named.first?.1 ?? .text(", ")
    machine.cyclers.append(CyclerState(items: [sign]))
    return .live(Live(kind: .joiner, index: Int32(machine.cyclers.count - 1)))
  }
}
