import Diagnostics
import Language

/// What can be wrong with what is published, or with what is said about it.
public enum PublishFinding: Finding, Equatable {
  /// A fact holds something private at the moment it is written into a page.
  case leak(Leak.Kind, fact: String, page: String)
  /// Something private stands in what was written.
  case leakInOutput(Leak.Kind, isAuthors: Bool)
  /// An exception without its reason.
  case noReason

  public var code: String {
    switch self {
    case .leak(let kind, _, _), .leakInOutput(let kind, _): "leak-\(kind.rawValue)"
    case .noReason: "publish-no-reason"
    }
  }

  public var severity: Severity {
    switch self {
    case .leakInOutput(_, isAuthors: true): .warning
    case .leak, .leakInOutput, .noReason: .error
    }
  }
}
