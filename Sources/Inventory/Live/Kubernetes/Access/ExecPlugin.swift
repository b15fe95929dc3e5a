import Bytes
import Diagnostics
import Disk
import HTTP
import Language
import Nodes
import Programs

/// A command that gives credentials, as kubeconfig's `exec` describes it.
///
/// What it writes is only ever read as an ExecCredential; nothing of it, nor of its complaints, reaches a message.
struct ExecPlugin {
  private let exec: KubeconfigFile.Exec
  private let folder: Path
  private let cluster: KubeconfigFile.Cluster
  private let authority: [UInt8]?

  private static let versions = ["v1", "v1beta1"].map { "client.authentication.k8s.io/\($0)" }

  init(_ exec: KubeconfigFile.Exec, folder: Path, cluster: KubeconfigFile.Cluster, authority: [UInt8]?) {
    self.exec = exec
    self.folder = folder
    self.cluster = cluster
    self.authority = authority
  }

  /// Runs the command and reads what it gives.
  func credentials(under policy: AccessPolicy) throws(KubeconfigFinding) -> Credentials {
    guard policy.allowsExec else { throw .execRefused }
    guard let command = exec.command else { throw .execWithoutCommand }
    guard let version = exec.version, Self.versions.contains(version) else {
      throw .execVersion(exec.version)
    }
    guard exec.interaction != "Always" else { throw .execInteractive }
    let name = String(decoding: Path(command).name, as: UTF8.self)
    let output = try run(command, named: name, version: version, under: policy)
    let said = try Self.credential(in: output, version: version, from: name)
    let credentials = try Self.credentials(in: said, from: name)
    if let expiry = said["expirationTimestamp"]?.text {
      guard let instant = Instant(rfc3339: expiry) else { throw .execUnreadable(command: name) }
      guard instant > policy.now else { throw .execExpired(command: name) }
    }
    return credentials
  }
}

extension ExecPlugin {
  private func run(
    _ command: String, named name: String, version: String, under policy: AccessPolicy
  ) throws(KubeconfigFinding) -> [UInt8] {
    // With a slash it is a path, and a relative one starts where the kubeconfig lies; without one it is on PATH.
    let isRelative = command.contains("/") && !command.hasPrefix("/")
    var program = Program([isRelative ? folder.appending(command).text : command] + exec.arguments)
    program.inherits = []
    program.variables = policy.environment.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let given =
      exec.variables.map { ($0.name, $0.value) } + [("KUBERNETES_EXEC_INFO", told(version: version))]
    program.variables.removeAll { variable in given.contains { $0.0 == variable.name } }
    program.variables += given.map { (name: $0.0, value: $0.1) }
    program.timeLimit = policy.execLimit
    program.outputLimit = Credentials.sizeLimit
    let outcome: Program.Outcome
    do throws(ProgramFailure) {
      outcome = try program.run()
    } catch {
      switch error {
      case .absent: throw .execAbsent(command: name, hint: exec.installHint?.trimmed)
      case .refused: throw .execNotStarted(command: name)
      case .tookTooLong(_, let limit):
        throw .execTookTooLong(command: name, seconds: Int(limit.components.seconds))
      case .wroteTooMuch: throw .execWroteTooMuch(command: name)
      }
    }
    guard outcome.succeeded else { throw .execFailed(command: name, status: Int(outcome.status)) }
    return outcome.output
  }

  /// What the command is told in `KUBERNETES_EXEC_INFO`.
  private func told(version: String) -> String {
    var spec: [(String, Node)] = [("interactive", false)]
    if exec.wantsCluster {
      var about: [(String, Node)] = [("server", Node(cluster.server ?? ""))]
      if let name = cluster.serverName { about.append(("tls-server-name", Node(name))) }
      if cluster.isInsecure { about.append(("insecure-skip-tls-verify", true)) }
      if let authority { about.append(("certificate-authority-data", Node(authority.base64))) }
      if let proxy = cluster.proxy { about.append(("proxy-url", Node(proxy))) }
      spec.append(("cluster", Node(about)))
    }
    let info: Node = ["apiVersion": Node(version), "kind": "ExecCredential", "spec": Node(spec)]
    return String(decoding: info.json(isIndented: false), as: UTF8.self).trimmed
  }

  /// The status of the ExecCredential that was written.
  private static func credential(
    in output: [UInt8], version: String, from name: String
  ) throws(KubeconfigFinding) -> Node {
    let said: Node
    do throws(Report) {
      said = try JSON.read(Source(path: name, bytes: output))
    } catch {
      // Its mistakes would show what was written.
      throw .execUnreadable(command: name)
    }
    guard said["kind"]?.text == "ExecCredential", said["apiVersion"]?.text == version else {
      throw .execUnreadable(command: name)
    }
    guard let status = said["status"], status.entries != nil else {
      throw .execWithoutCredential(command: name)
    }
    return status
  }

  private static func credentials(in status: Node, from name: String) throws(KubeconfigFinding) -> Credentials
  {
    var credentials = Credentials()
    if let token = status["token"]?.text?.trimmed, !token.isEmpty { credentials.token = token }
    let certificate = status["clientCertificateData"]?.text ?? ""
    let key = status["clientKeyData"]?.text ?? ""
    guard certificate.isEmpty == key.isEmpty else { throw .execWithoutCredential(command: name) }
    if !key.isEmpty {
      credentials.identity = Trust.Identity(certificate: Array(certificate.utf8), key: Array(key.utf8))
    }
    guard !credentials.isEmpty else { throw .execWithoutCredential(command: name) }
    return credentials
  }
}
