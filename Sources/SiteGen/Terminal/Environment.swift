import Language

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the program takes from its surroundings, read once at the start.
struct Environment: Sendable {
  let variables: [String: String]
  let standardOutputIsTerminal: Bool
  let standardErrorIsTerminal: Bool
  var standardInputIsTerminal = false

  /// The variables that the program looks at.
  private static let names = [
    "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY",
    "SOURCE_DATE_EPOCH", "TZDIR",
    "HOME",
  ]

  /// The surroundings of this process.
  static func current() -> Environment {
    var variables: [String: String] = [:]
    for name in names {
      guard let value = getenv(name) else { continue }
      variables[name] = String(cString: value)
    }
    return Environment(
      variables: variables,
      standardOutputIsTerminal: isatty(STDOUT_FILENO) == 1,
      standardErrorIsTerminal: isatty(STDERR_FILENO) == 1,
      standardInputIsTerminal: isatty(STDIN_FILENO) == 1
    )
  }

  /// The value of a variable that the site's own settings name, such as that of a token.
  func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The tongue of the user's locale: the first of LC_ALL, LC_MESSAGES and LANG that is set decides.
  var tongue: Tongue {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("es") == true ? .spanish : .english
  }

  /// Tells whether colour is wanted on standard error: on a terminal that is not `dumb`, without NO_COLOR.
  var wantsColour: Bool {
    standardErrorIsTerminal && variables["NO_COLOR", default: ""].isEmpty && variables["TERM"] != "dumb"
  }
}
