#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The history of a folder as the `git` command tells it.
///
/// The command is spawned without a shell, with nothing of the environment but where programs and settings are, so
/// that no variable of a hook or an editor bends what it says. Pointers are those that spawning asks for.
public enum Git {
  /// What came of asking.
  public enum Answer: Sendable {
    case history(GitHistory)
    /// The folder is in no repository, nothing was committed yet, or there is no git.
    case nothing
    /// Git refused, with what it said.
    case refusal(String)
  }

  /// Reads the history of a folder; its paths count from there.
  public static func history(of folder: String) -> Answer {
    let asked = run(
      ["-C", folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD"], tellsErrors: true)
    guard let asked else { return .nothing }
    let said = String(decoding: asked.output, as: UTF8.self)
    guard asked.status == 0 else {
      let isNothing = said.contains("not a git repository") || said.contains("Needed a single revision")
      return isNothing ? .nothing : .refusal(said.split(separator: "\n").last.map(String.init) ?? "")
    }
    if said.hasPrefix("true") { return .history(GitHistory(log: [], isShallow: true)) }
    let log = run(["-C", folder] + GitHistory.arguments + ["--", "."], tellsErrors: false)
    guard let log, log.status == 0 else { return .refusal("git log") }
    return .history(GitHistory(log: log.output, isShallow: false))
  }
}

extension Git {
  /// Runs git to its end; nil when it cannot be started.
  private static func run(_ arguments: [String], tellsErrors: Bool) -> (status: Int32, output: [UInt8])? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    // A child of another thread must not hold the pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(["git"] + arguments, output: ends[1], tellsErrors: tellsErrors)
    close(ends[1])
    guard let child else { return nil }
    let output = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    // The low seven bits name a signal; the next byte is the exit code.
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : 128, output)
  }

  private static func spawn(_ words: [String], output: Int32, tellsErrors: Bool) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if tellsErrors {
      posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in arguments + environment { free(word) } }
    var child: pid_t = 0
    return posix_spawnp(&child, "git", &actions, nil, &arguments, &environment) == 0 ? child : nil
  }

  /// English messages, and no lock files left behind.
  private static var variables: [String] {
    let names: [String] = ["PATH", "HOME", "XDG_CONFIG_HOME"]
    let kept = names.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return kept + ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"]
  }

  private static func readAll(_ end: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(end, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return output }
      output += chunk[..<got]
    }
  }
}
