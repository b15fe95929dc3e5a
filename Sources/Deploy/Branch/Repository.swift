import Bytes
import Disk
import Programs

/// A bare repository of our own, in which a deploy makes its commit: the user's checkout and index stay untouched.
struct Repository: Sendable {
  let folder: Path
  /// The address of the repository that is pushed to.
  let remote: String
  let credentials: Credentials?

  /// What git tells the server; it travels in the environment, for arguments and addresses are seen by others.
  struct Credentials: Sendable {
    let user: String
    let token: String

    var header: String { "Authorization: Basic \(Array("\(user):\(token)".utf8).base64)" }
  }

  /// Does something in the repository, which is made where there is none yet, while no other deploy of this machine may.
  func alone<Value>(_ body: () throws(DeployFailure) -> Value) throws(DeployFailure) -> Value {
    try DeployFailure.onDisk { () throws(DiskFailure) in try File.makeFolders(folder) }
    let place = folder.appending("sitegen-lock")
    let lock: FileLock?
    do throws(DiskFailure) { lock = try FileLock(at: place) } catch { throw .disk(error) }
    guard let lock else { throw .locked(by: place.text) }
    // A git that was killed leaves its own locks behind; nobody but the holder of ours is at work here.
    try DeployFailure.onDisk { () throws(DiskFailure) in
      for name in ["config.lock", "HEAD.lock", "shallow.lock", "\(Self.indexName).lock"] {
        try File.remove(folder.appending(name))
      }
    }
    // Harmless where it was done before, and it mends what was cut short.
    try git(["init", "--quiet", "--bare"])
    let value = try body()
    _ = consume lock
    return value
  }

  /// The index in which a commit is put together.
  static let indexName = "sitegen-index"

  /// Runs git in the repository; throws what it complained of.
  @discardableResult
  func git(
    _ arguments: [String], input: [UInt8] = [], folder: String? = nil, variables: [(String, String)] = []
  ) throws(DeployFailure) -> [UInt8] {
    var program = Program(["git", "--git-dir", self.folder.text] + arguments)
    program.inherits += ["SSH_AUTH_SOCK", "GIT_SSH_COMMAND", "GIT_SSL_CAINFO", "HTTPS_PROXY", "https_proxy"]
    program.folder = folder
    program.input = input
    program.variables = Self.quietly + configuration + variables.map { (name: $0.0, value: $0.1) }
    let outcome = try DeployFailure.running(program)
    guard outcome.succeeded else {
      throw .refused(command: "git \(arguments.first ?? "")", said: scrubbed(outcome.complaint))
    }
    return outcome.output
  }

  /// English messages, and never a question that nobody is there to answer.
  private static let quietly: [(name: String, value: String)] = [
    ("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_ASKPASS", "true"),
  ]

  private var configuration: [(name: String, value: String)] {
    guard let credentials else { return [] }
    return [
      ("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "http.\(remote).extraHeader"),
      ("GIT_CONFIG_VALUE_0", credentials.header),
    ]
  }

  /// A complaint without the token, however it came in.
  private func scrubbed(_ complaint: String) -> String {
    guard let credentials, !credentials.token.isEmpty else { return complaint }
    var words = complaint
    for secret in [credentials.token, Array("\(credentials.user):\(credentials.token)".utf8).base64] {
      words = words.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
    }
    return words
  }
}
