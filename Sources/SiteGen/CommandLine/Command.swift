/// One command of the program: what it is called, what it takes, what it does.
struct Command: Sendable {
  let name: String
  let summary: Words
  var arguments: [Argument] = []
  var options: [Option] = []
  /// What the table of options leaves to be said.
  var details: Words?
  /// Command lines to start from.
  var examples: [String] = []
  /// The commands of a family, each with its whole name: `inventory show`; a family itself does nothing.
  var members: [Command] = []
  let run: @Sendable (Invocation, Console) throws -> ExitCode
}

/// What stands on the command line without a name.
struct Argument: Sendable {
  let label: String
  let summary: Words
  var isRequired = true
  var repeats = false
  /// The words that may stand here, where only these may.
  var choices: [String] = []
  var completes = Completion.file
}

/// What stands on the command line as `--name`.
struct Option: Sendable {
  /// With its dashes: `--output`.
  let name: String
  var value: Value = .none
  let summary: Words

  /// What follows the name.
  enum Value: Sendable {
    case none
    case text(label: String, completes: Completion = .nothing)
    case number(label: String, allowed: ClosedRange<Int>)
    case choice([String])
  }
}

/// What a shell offers when the user presses Tab.
enum Completion: Sendable {
  case nothing, file, folder
}

/// How the program ends.
enum ExitCode: Int32, Sendable {
  case done = 0
  /// The site or the data is wrong, or a guard refused.
  case wrong = 1
  /// The command line is wrong.
  case usage = 2
  /// Something outside failed: network, disk, a target left half-way.
  case outside = 3
}
