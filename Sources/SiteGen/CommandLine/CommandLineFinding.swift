import Diagnostics

/// What can be wrong with a command line.
enum CommandLineFinding: Error, Finding, Equatable {
  case unknownCommand(String, nearest: String?)
  case unknownMember(String, family: String, members: [String], nearest: String?)
  case unknownOption(String, command: String, nearest: String?)
  case missingValue(option: String, label: String)
  case unexpectedValue(option: String, value: String)
  case notANumber(option: String, value: String, allowed: ClosedRange<Int>)
  case notAnInstant(option: String, value: String)
  case notAnAddress(option: String, value: String)
  case notAChoice(of: String, value: String, choices: [String], nearest: String?)
  case missingArgument(label: String, command: String)
  case surplusArgument(String, command: String)
  case optionsExclude(String, String)
  case optionNeeds(String, String)

  var code: String { "command-line" }
  var severity: Severity { .error }
}
