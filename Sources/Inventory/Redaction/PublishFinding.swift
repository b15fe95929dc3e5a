import Diagnostics
import Language

/// What can be wrong with what is published.
public enum PublishFinding: Finding, Equatable {
  /// A fact holds something private at the moment it is written into a page.
  case leak(Leak.Kind, fact: String, page: String)
  /// Something private stands in what was written.
  case leakInOutput(Leak.Kind, isAuthors: Bool)
  /// The value of a secret that the build knows stands in an output, made from a file if one is named.
  case secret(SecretName, source: String?)
  /// It stands in so many more outputs.
  case secretElsewhere(SecretName, files: Int)

  /// What the codes of all that looks like a secret begin with.
  public static let leakPrefix = "leak-"

  public var code: String {
    switch self {
    case .leak(let kind, _, _), .leakInOutput(let kind, _): "leak-\(kind.rawValue)"
    case .secret, .secretElsewhere: "leak-secret"
    }
  }

  public var severity: Severity {
    switch self {
    case .leakInOutput(_, isAuthors: true): .warning
    case .leak, .leakInOutput, .secret, .secretElsewhere: .error
    }
  }
}
