/// The filters and tests that templates know.
struct Vocabulary: Sendable {
  var filters: [String: Filter]
  var tests: [String: Test]

  static let builtIn = Vocabulary(filters: Filters.all, tests: Tests.all)
}

/// The arguments that something takes.
struct Signature: Sendable {
  let parameters: [String]
  /// Whether any further arguments are taken as they come.
  var isVariadic = false

  /// Puts arguments into the order of the parameters; `.missing` stands where none was given.
  func bind(
    _ positional: [Value], _ named: [(String, Value)], _ called: Called
  ) throws(Fault) -> [Value] {
    guard positional.count <= parameters.count else {
      throw Fault(.tooManyArguments(called, most: parameters.count, got: positional.count))
    }
    var bound = positional + Array(repeating: .missing, count: parameters.count - positional.count)
    for (name, value) in named {
      guard let index = parameters.firstIndex(of: name) else {
        throw Fault(.unknownArgument(called, name, known: parameters))
      }
      guard index >= positional.count else { throw Fault(.argumentTwice(called, name)) }
      bound[index] = value
    }
    return bound
  }
}

final class Filter: Sendable {
  typealias Body = @Sendable (inout Machine, Arguments) throws(Fault) -> Value

  let name: String
  let signature: Signature
  /// Whether the filter is there to deal with what is undefined.
  let takesUndefined: Bool
  /// Writes the answer at once, where it can.
  let printer: PrintingFilter?
  let body: Body

  init(
    name: String, signature: Signature, takesUndefined: Bool = false, printer: PrintingFilter? = nil,
    body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.takesUndefined = takesUndefined
    self.printer = printer
    self.body = body
  }
}

final class Test: Sendable {
  typealias Body = @Sendable (inout Machine, Arguments) throws(Fault) -> Bool

  let name: String
  let signature: Signature
  let takesUndefined: Bool
  let body: Body

  init(name: String, signature: Signature, takesUndefined: Bool = false, body: @escaping Body) {
    self.name = name
    self.signature = signature
    self.takesUndefined = takesUndefined
    self.body = body
  }
}

/// What a filter or a test is given.
struct Arguments {
  let called: Called
  let subject: Value
  let values: [Value]
  var named: [(String, Value)] = []

  subscript(index: Int) -> Value { index < values.count ? values[index] : .missing }

  func has(_ index: Int) -> Bool { !self[index].isMissing }

  func required(_ index: Int, _ name: String) throws(Fault) -> Value {
    guard has(index) else { throw Fault(.missingArgument(called.name, name)) }
    return self[index]
  }

  func int(_ index: Int, _ name: String, _ fallback: Int) throws(Fault) -> Int {
    guard has(index) else { return fallback }
    guard let value = self[index].integer else {
      throw Fault(.wrongArgument(called, name, wanted: .integer, got: self[index].kindName))
    }
    return value
  }

  func text(_ index: Int, _ name: String, _ fallback: String) throws(Fault) -> String {
    guard has(index) else { return fallback }
    guard let value = self[index].string else {
      throw Fault(.wrongArgument(called, name, wanted: .string, got: self[index].kindName))
    }
    return value
  }

  func bool(_ index: Int, _ fallback: Bool) -> Bool { has(index) ? self[index].isTrue : fallback }

  /// The subject where it must be text; numbers and such are printed first, as Jinja does.
  func soft(_ machine: inout Machine) -> String { subject.string ?? machine.printed(subject) }

  /// A result that is as safe as the subject was.
  func like(_ text: String) -> Value { subject.isSafe ? .safe(text) : .text(text) }
}

/// What is called, in messages.
public enum Called: Sendable, Hashable {
  case filter(String), test(String), function(String), macro(String), method(String)

  var name: String {
    switch self {
    case .filter(let name), .test(let name), .function(let name), .macro(let name), .method(let name): name
    }
  }
}
