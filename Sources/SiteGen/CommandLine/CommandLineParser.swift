import Diagnostics

/// Reads a command line by the table of commands.
struct CommandLineParser: Sendable {
  let commands: [Command]

  /// What the user asked for.
  enum Request: Sendable {
    case help(Command?)
    case version
    case run(Command, Invocation)
  }

  /// Understands the words after the program's name; what every command takes may also stand before the command.
  func parse(_ words: [String]) throws(CommandLineFinding) -> Request {
    var rest = words[...]
    var invocation = Invocation()
    while let first = rest.popFirst() {
      switch first {
      case "--version", "version": return .version
      case "--help", "-h": return .help(nil)
      case "help": return try help(on: rest)
      case let option where option.hasPrefix("-"):
        try read(option: option, rest: &rest, among: Option.common, of: Self.program, into: &invocation)
      default:
        let command = try command(named: first)
        guard !command.members.isEmpty else { return try parse(rest, for: command, from: invocation) }
        return try parse(rest, ofFamily: command, from: invocation)
      }
    }
    return .help(nil)
  }

  /// How messages call what stands before any command.
  static let program = "sitegen"

  private func help(on words: ArraySlice<String>) throws(CommandLineFinding) -> Request {
    guard let name = words.first else { return .help(nil) }
    let command = try command(named: name)
    guard let word = words.dropFirst().first, !command.members.isEmpty else { return .help(command) }
    return .help(try member(of: command, named: word))
  }

  private func command(named name: String) throws(CommandLineFinding) -> Command {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, nearest: nearest(to: name, among: commands.map(\.name) + ["help"]))
    }
    return command
  }

  private func member(of family: Command, named word: String) throws(CommandLineFinding) -> Command {
    guard let member = family.members.first(where: { $0.lastWord == word }) else {
      let words = family.members.map(\.lastWord)
      throw .unknownMember(
        word, family: family.name, members: words, nearest: nearest(to: word, among: words))
    }
    return member
  }

  /// What every command takes may also stand before the word that tells which of a family is meant.
  private func parse(
    _ words: ArraySlice<String>, ofFamily family: Command, from start: Invocation
  ) throws(CommandLineFinding) -> Request {
    var invocation = start
    var rest = words
    while let word = rest.popFirst() {
      if word == "-h" || word == "--help" { return .help(family) }
      guard word.hasPrefix("-") else {
        return try parse(rest, for: member(of: family, named: word), from: invocation)
      }
      try read(option: word, rest: &rest, among: Option.common, of: family.name, into: &invocation)
    }
    throw .missingArgument(label: family.arguments[0].label, command: family.name)
  }

  private func parse(
    _ words: ArraySlice<String>, for command: Command, from start: Invocation
  ) throws(CommandLineFinding) -> Request {
    var invocation = start
    let options = command.options + Option.common
    var rest = words
    var takesOptions = true
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word == "-h" || word == "--help" {
        return .help(command)
      } else if takesOptions, word.hasPrefix("-"), word != "-" {
        try read(option: word, rest: &rest, among: options, of: command.name, into: &invocation)
      } else {
        invocation.arguments.append(word)
      }
    }
    try check(invocation.arguments, of: command)
    return .run(command, invocation)
  }

  private func read(
    option word: String,
    rest: inout ArraySlice<String>,
    among options: [Option],
    of command: String,
    into invocation: inout Invocation
  ) throws(CommandLineFinding) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let option = options.first(where: { $0.name == parts[0] }) else {
      throw .unknownOption(
        parts[0],
        command: command,
        nearest: nearest(
          to: parts[0], among: options.map(\.name) + (command == Self.program ? ["--version"] : []))
      )
    }
    guard let label = option.label else {
      guard parts.count == 1 else { throw .unexpectedValue(option: option.name, value: parts[1]) }
      return invocation.set(option.name, to: "")
    }
    guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
      throw .missingValue(option: option.name, label: label)
    }
    try check(value, of: option)
    invocation.set(option.name, to: value)
  }

  private func check(_ value: String, of option: Option) throws(CommandLineFinding) {
    switch option.value {
    case .none, .text: break
    case .number(_, let allowed):
      guard let number = Int(value), allowed.contains(number) else {
        throw .notANumber(option: option.name, value: value, allowed: allowed)
      }
    case .choice(let choices):
      guard choices.contains(value) else {
        throw .notAChoice(
          of: option.name, value: value, choices: choices, nearest: nearest(to: value, among: choices))
      }
    }
  }

  private func check(_ given: [String], of command: Command) throws(CommandLineFinding) {
    let arguments = command.arguments
    if let missing = arguments.dropFirst(given.count).first(where: \.isRequired) {
      throw .missingArgument(label: missing.label, command: command.name)
    }
    if given.count > arguments.count, arguments.last?.repeats != true {
      throw .surplusArgument(given[arguments.count], command: command.name)
    }
    for (argument, value) in zip(arguments, given) where !argument.choices.isEmpty {
      guard argument.choices.contains(value) else {
        throw .notAChoice(
          of: argument.label,
          value: value,
          choices: argument.choices,
          nearest: nearest(to: value, among: argument.choices)
        )
      }
    }
  }
}

extension Option {
  /// What stands for the value in help texts; nil for a switch.
  var label: String? {
    switch value {
    case .none: nil
    case .text(let label, _), .number(let label, _): label
    case .choice(let choices): choices.joined(separator: "|")
    }
  }
}
