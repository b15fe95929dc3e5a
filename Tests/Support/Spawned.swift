#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process of its own group that a test has started, and waits for by its number.
///
/// It gets no open file but its three own. Foundation's processes are known to be over when a socket that they hold is
/// closed; a server started at the same moment would inherit that socket and keep everybody waiting.
public final class Spawned: Sendable {
  public let identity: Int32

  /// What its three files are.
  public enum File: Sendable {
    case nothing
    case inherited
    case path(String)
    case descriptor(Int32)
  }

  public struct NotStarted: Error {
    let program: String
    let code: Int32
  }

  public init(
    _ words: [String], variables: [String: String], in folder: String? = nil, input: File = .nothing,
    output: File = .nothing, errors: File = .nothing
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in [input, output, errors].enumerated() {
      let target = Int32(number)
      switch file {
      case .nothing: posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
      case .inherited: break
      case .path(let path):
        posix_spawn_file_actions_addopen(&actions, target, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      case .descriptor(let own): posix_spawn_file_actions_adddup2(&actions, own, target)
      }
    }
    #if canImport(Glibc)
      // What is not open may be closed all the same.
      for number in 3..<Self.mostFiles { posix_spawn_file_actions_addclose(&actions, number) }
    #endif
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    identity = try Self.withCStrings((folder.map { ["env", "-C", $0] } ?? []) + words) { words in
      try Self.withCStrings(variables.map { "\($0)=\($1)" }) { variables in
        var identity: pid_t = 0
        guard let program = words[0] else { throw NotStarted(program: "", code: EINVAL) }
        let code = posix_spawnp(&identity, program, &actions, &attributes, words, variables)
        guard code == 0 else { throw NotStarted(program: String(cString: program), code: code) }
        return identity
      }
    }
  }

  /// Waits for its end; its exit code, or 128 and the signal that ended it.
  @discardableResult
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identity, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Tells whether it has ended; then it has been waited for.
  public var hasEnded: Bool {
    var status: Int32 = 0
    return waitpid(identity, &status, WNOHANG) == identity
  }

  /// Ends it at once, with all that it has started where the group is meant.
  public func kill(wholeGroup: Bool) {
    #if canImport(Glibc)
      _ = Glibc.kill(wholeGroup ? -identity : identity, SIGKILL)
    #else
      _ = Darwin.kill(wholeGroup ? -identity : identity, SIGKILL)
    #endif
  }

  /// A test process has fewer files open than this.
  private static let mostFiles: Int32 = 256

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return try body(copies + [nil])
  }
}
