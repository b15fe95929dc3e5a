/// A command line that was understood: the values given, by the option's name.
struct Invocation: Sendable {
  var arguments: [String] = []
  private(set) var values: [String: String] = [:]

  mutating func set(_ name: String, to value: String) { values[name] = value }

  /// Tells whether an option was given.
  func has(_ option: String) -> Bool { values[option] != nil }

  /// The text given for an option.
  func text(_ option: String) -> String? { values[option] }

  /// The number given for an option; the parser has made sure that it is one.
  func number(_ option: String) -> Int? { values[option].flatMap { Int($0) } }

  /// The choice given for an option.
  func choice<Choice: RawRepresentable<String>>(_ option: String) -> Choice? {
    values[option].flatMap { Choice(rawValue: $0) }
  }
}
