import Diagnostics

/// What can be wrong with a theme and its strings, as facts.
public enum ThemeFinding: Finding, Error, Equatable {
  // The theme.
  case unknownTheme(String, nearest: String?, known: [String])

  // The files of strings.
  case notStrings
  case notAString(key: String)
  case noUsualForm(key: String)
  case noStrings(language: String)
  case missingString(key: String, language: String)

  // Asking for a string.
  case unknownString(key: String, nearest: String?)
  case countNeeded(key: String)
  case missingArgument(String, key: String)

  public var severity: Severity {
    switch self {
    case .noStrings, .missingString: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .unknownTheme: "theme-unknown"
    case .notStrings: "strings-not-a-map"
    case .notAString: "strings-not-a-text"
    case .noUsualForm: "strings-no-usual-form"
    case .noStrings: "strings-none"
    case .missingString: "strings-missing"
    case .unknownString: "string-unknown"
    case .countNeeded: "string-count-needed"
    case .missingArgument: "string-argument-missing"
    }
  }

  /// The finding for a theme that is not there, with the one that was probably meant.
  public static func unknownTheme(_ name: String, among known: [String]) -> ThemeFinding {
    .unknownTheme(name, nearest: nearest(to: name, among: known), known: known)
  }
}
