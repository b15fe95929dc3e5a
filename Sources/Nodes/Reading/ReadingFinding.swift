import Diagnostics

/// What can be wrong with a well-formed document: its keys and values.
public enum ReadingFinding: Finding, Equatable {
  case wrongType(path: String, expected: Expectation, found: Found)
  case outOfRange(path: String, from: String, to: String, found: String)
  case notAllowed(path: String, found: String, allowed: [String], nearest: String?)
  case missingKey(path: String)
  case unknownKey(path: String, nearest: String?, known: [String])
  case renamedKey(path: String, name: String)
  case keyUnderTwoNames(path: String, name: String)

  public var severity: Severity {
    if case .renamedKey = self { .warning } else { .error }
  }

  public var code: String {
    switch self {
    case .wrongType: "wrong-type"
    case .outOfRange: "out-of-range"
    case .notAllowed: "not-allowed"
    case .missingKey: "missing-key"
    case .unknownKey: "unknown-key"
    case .renamedKey: "renamed-key"
    case .keyUnderTwoNames: "key-under-two-names"
    }
  }
}
