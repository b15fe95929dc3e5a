import Programs

/// Commands on another machine, over ssh: with the host's key known beforehand, and never a question.
struct SecureShell: Sendable {
  let host: String
  let port: Int
  let identity: String?
  let knownHosts: String?

  /// The words that start ssh, as rsync takes them too.
  var words: [String] {
    var words = ["ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=15"]
    if let knownHosts { words += ["-o", "UserKnownHostsFile=\(knownHosts)"] }
    if let identity { words += ["-i", identity, "-o", "IdentitiesOnly=yes"] }
    if port > 0 { words += ["-p", "\(port)"] }
    return words
  }

  /// Runs a script of the plain shell there; its arguments are quoted, so that they stay what they are.
  func run(_ script: String, _ arguments: [String], input: [UInt8] = []) throws(DeployFailure)
    -> Program.Outcome
  {
    let command = (["sh", "-c", script, "sitegen"] + arguments).map(Self.quoted).joined(separator: " ")
    var program = Program(words + ["--", host, command])
    program.inherits += ["SSH_AUTH_SOCK", "USER", "LOGNAME"]
    program.input = input
    return try DeployFailure.running(program)
  }

  /// A word as a shell takes it literally: in single quotes, its own single quotes outside of them.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
