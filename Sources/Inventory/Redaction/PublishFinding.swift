import Diagnostics
import Language

/// What can be wrong with what is published.
public enum PublishFinding: Finding, Equatable {
  /// A fact holds something private at the moment it is written into a page.
  case leak(Leak.Kind, fact: String, page: String)
  /// Something private stands in what was written.
  case leakInOutput(Leak.Kind, isAuthors: Bool)

  public var code: String {
    switch self {
    case .leak(let kind, _, _), .leakInOutput(let kind, _): "leak-\(kind.rawValue)"
    }
  }

  public var severity: Severity {
    switch self {
    case .leakInOutput(_, isAuthors: true): .warning
    case .leak, .leakInOutput: .error
    }
  }
}
