import Diagnostics
import Disk

/// What can be wrong with the way to a cluster; none of these holds a secret.
enum KubeconfigFinding: Finding, Error, Equatable {
  // Which one.
  case noConfiguration
  case noContext(known: [String])
  case unknownContext(String, nearest: String?, known: [String])
  case contextWithout(part: String)
  case unknownPart(String, name: String, nearest: String?)

  // The cluster.
  case noServer
  case badServer
  case plainServer
  case insecure
  case badServerName

  // The user.
  case authProvider(String)
  case notBase64(key: String)
  case fileUnreadable(key: String, DiskFailure.Reason)
  case certificateWithoutKey
  case keyWithoutCertificate
  case emptyToken(key: String)
  case passwordMissing

  // The command that gives credentials.
  case execRefused
  case execWithoutCommand
  case execVersion(String?)
  case execInteractive
  case execAbsent(command: String, hint: String?)
  case execNotStarted(command: String)
  case execFailed(command: String, status: Int)
  case execTookTooLong(command: String, seconds: Int)
  case execWroteTooMuch(command: String)
  case execUnreadable(command: String)
  case execWithoutCredential(command: String)
  case execExpired(command: String)

  /// Something that covering the secrets hides.
  case unreadable

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .noConfiguration: "kubeconfig-absent"
    case .noContext, .unknownContext: "kubeconfig-context"
    case .contextWithout, .unknownPart: "kubeconfig-reference"
    case .noServer, .badServer, .plainServer: "kubeconfig-server"
    case .insecure: "kubeconfig-insecure"
    case .badServerName: "kubeconfig-server-name"
    case .authProvider: "kubeconfig-auth-provider"
    case .notBase64: "kubeconfig-not-base64"
    case .fileUnreadable: "kubeconfig-file"
    case .certificateWithoutKey, .keyWithoutCertificate: "kubeconfig-certificate"
    case .emptyToken, .passwordMissing: "kubeconfig-credential"
    case .execRefused: "kubeconfig-exec-refused"
    case .execWithoutCommand, .execVersion, .execInteractive: "kubeconfig-exec"
    case .execAbsent, .execNotStarted, .execFailed, .execTookTooLong, .execWroteTooMuch, .execUnreadable,
      .execWithoutCredential, .execExpired:
      "kubeconfig-exec-failed"
    case .unreadable: "kubeconfig-unreadable"
    }
  }
}
