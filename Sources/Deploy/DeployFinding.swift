import Diagnostics
import HTTP

/// What keeps a site from being published, or should be known about it.
public enum DeployFinding: Finding, Equatable {
  case noSite
  case emptySite
  case noIndex
  case sameButForCase(String, String)
  case noThreads
  case noTargets
  case unknownTarget(String, nearest: String?, known: [String])
  case severalTargets([String])
  case missingVariable(String)
  case tooManyDeletes(Int, limit: Int)
  case tooGreatAShare(Int, of: Int, percent: Int)
  case foreignFiles(Int, first: String)
  case cannotRollBack(String)
  case noSuchRelease(String, known: [String])
  case noEarlierRelease
  case wrongAfterwards(url: String, why: Difference)
  case redirectsNotRead(Int, host: String)
  case headersNotRead(host: String)
  case tooManyRules(Int, limit: Int, host: String)
  case tooLongRule(Int, limit: Int, host: String)
  /// The target serves nothing by itself that could be looked at.
  case nothingToVerify

  /// How a published address differs from what was sent.
  public enum Difference: Sendable, Equatable {
    case status(Int)
    case content
    case contentType(String)
    case unreachable(HTTPFailure)
  }

  public var code: String {
    switch self {
    case .noSite, .emptySite, .noIndex: "deploy-no-site"
    case .sameButForCase: "deploy-case"
    case .noThreads: "deploy-threads"
    case .noTargets, .unknownTarget, .severalTargets: "deploy-target"
    case .missingVariable: "deploy-secret"
    case .tooManyDeletes, .tooGreatAShare: "deploy-deletes"
    case .foreignFiles: "deploy-foreign"
    case .cannotRollBack, .noSuchRelease, .noEarlierRelease: "deploy-release"
    case .wrongAfterwards, .nothingToVerify: "deploy-verify"
    case .redirectsNotRead, .headersNotRead, .tooManyRules, .tooLongRule: "deploy-host"
    }
  }

  public var severity: Severity {
    switch self {
    case .redirectsNotRead, .tooManyRules, .tooLongRule: .warning
    case .headersNotRead: .note
    default: .error
    }
  }
}
