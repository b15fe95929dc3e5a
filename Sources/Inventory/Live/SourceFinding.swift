import Diagnostics
import HTTP

/// What can be wrong with a source: how it is declared, or what comes of asking it.
///
/// No case holds anything private that a server, file or command said; words of theirs were cleaned.
public enum SourceFinding: Error, Finding, Equatable {
  // The declaration.
  case badID(String)
  case declaredTwice(String)
  case missingKey(String, type: SourceType)
  case uselessKey(String, type: SourceType, taken: [String])
  case literalSecret(path: String)
  case secretPlaces(path: String)
  // The secrets.
  case noVariable(String)
  case noSecretFile(String)
  case emptySecret(Secret)
  case unencryptedSecret(String)
  // The files.
  case unreadable(String)
  case noAuthority(String)
  // The answers.
  case status(Int)
  case unauthorized
  case forbidden
  case notAnAnswer(String)
  case queryRefused(String, words: String)
  case noNumber(String, found: NoNumber)
  // The commands.
  case notAllowedToRun(String)
  case commandAbsent(String)
  case commandNotStarted(String)
  case commandFailed(String, status: Int, words: String)
  case commandTookTooLong(String, seconds: Int)
  case commandWroteTooMuch(String, limit: Int)
  // The facts.
  case withheld(String)
  case skipped(String)

  /// Why an answer is no number.
  public enum NoNumber: String, Sendable {
    case nothing, several, text, notFinite, overTime
  }
}

extension SourceFinding {
  public var severity: Severity {
    switch self {
    case .withheld, .skipped, .noNumber, .queryRefused: .warning
    default: .error
    }
  }

  public var code: String {
    switch self {
    case .badID, .declaredTwice: "source-id"
    case .missingKey: "source-missing-key"
    case .uselessKey: "source-useless-key"
    case .literalSecret, .secretPlaces: "source-literal-secret"
    case .noVariable, .noSecretFile, .emptySecret: "source-secret-absent"
    case .unencryptedSecret: "source-unencrypted"
    case .unreadable: "source-unreadable"
    case .noAuthority: "source-authority"
    case .status: "source-status"
    case .unauthorized: "source-unauthorized"
    case .forbidden: "source-forbidden"
    case .notAnAnswer: "source-not-an-answer"
    case .queryRefused: "source-query-refused"
    case .noNumber: "source-no-number"
    case .notAllowedToRun: "source-exec-not-allowed"
    case .commandAbsent, .commandNotStarted: "source-command-absent"
    case .commandFailed: "source-command-failed"
    case .commandTookTooLong: "source-timeout"
    case .commandWroteTooMuch: "source-too-large"
    case .withheld: "source-withheld"
    case .skipped: "source-skipped"
    }
  }
}
