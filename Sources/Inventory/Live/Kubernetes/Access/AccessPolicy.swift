import Disk
import Language

/// What finding the way to a cluster may use, and what it is allowed to do.
struct AccessPolicy: Sendable {
  /// The variables of the process.
  var environment: [String: String]
  /// The instant against which credentials expire.
  var now: Instant
  /// Whether a kubeconfig may run a command that gives credentials.
  var allowsExec: Bool
  /// Whether a server that cannot prove who it is will do.
  var allowsInsecure: Bool
  /// How long such a command may take; plugins of clouds ask servers themselves.
  var execLimit: Duration = .seconds(15)
  /// Where a pod finds its own credentials.
  var serviceAccount: Path = Path("/var/run/secrets/kubernetes.io/serviceaccount")
}
