import Diagnostics
import HTTP

/// Why nothing at all was learned of a cluster; no case holds anything that a server said.
enum ClusterRefusal: Error, Equatable {
  case failure(HTTPFailure)
  /// 401: the credentials are not known, or have expired.
  case unauthorized
  /// 403 for every kind there is.
  case forbidden
  case status(Int)
  /// What answers is no API server.
  case notKubernetes
  /// The server stands, but told nothing in time.
  case silent
  /// The system gave no threads.
  case noThreads
}

extension ClusterRefusal: Finding {
  var severity: Severity { .error }

  var code: String {
    switch self {
    case .failure(let failure): failure.code
    case .unauthorized: "kubernetes-unauthorized"
    case .forbidden: "kubernetes-forbidden"
    case .status: "kubernetes-status"
    case .notKubernetes: "kubernetes-not-there"
    case .silent: "kubernetes-silent"
    case .noThreads: "kubernetes-no-threads"
    }
  }
}
