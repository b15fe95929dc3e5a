import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A command that runs: started with three ends of channels as its standard files.
struct Child {
  private let number: pid_t
  private let leadsGroup: Bool

  /// Starts a command.
  init(_ program: Program, input: Int32, output: Int32, errors: Int32) throws(ProgramFailure) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    let name = program.words[0]
    guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0 else {
      throw .refused(name, reason: String(cString: strerror(errno)))
    }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    if let folder = program.folder { sitegen_spawn_in_folder(&actions, folder) }
    // What has a time limit is ended with all that it started itself.
    leadsGroup = program.timeLimit != nil
    var flags = POSIX_SPAWN_SETSIGMASK
    if leadsGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    // Signals that our thread holds back reach the command all the same.
    var held = sigset_t()
    sigemptyset(&held)
    posix_spawnattr_setsigmask(&attributes, &held)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words: [UnsafeMutablePointer<CChar>?] = program.words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment(of: program).map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    var result = ENOTSUP
    if program.isBound {
      result = Self.startBound(
        program, &words, &environment, files: (input, output, errors), leadsGroup, &child)
    }
    if result == ENOTSUP {
      result = posix_spawnp(&child, name, &actions, &attributes, &words, &environment)
    }
    switch result {
    case 0: number = child
    case ENOENT: throw .absent(name)
    default: throw .refused(name, reason: String(cString: strerror(result)))
    }
  }

  /// Starts a command that ends with the thread that runs it.
  private static func startBound(
    _ program: Program, _ words: UnsafePointer<UnsafeMutablePointer<CChar>?>,
    _ environment: UnsafePointer<UnsafeMutablePointer<CChar>?>, files: (Int32, Int32, Int32),
    _ leadsGroup: Bool, _ child: inout pid_t
  ) -> Int32 {
    let folder = program.folder.map { strdup($0) } ?? nil
    defer { free(folder) }
    var command = sitegen_command(
      words: words, environment: environment, files: files, folder: folder, leads_group: leadsGroup ? 1 : 0)
    return sitegen_spawn_bound(&command, &child)
  }

  /// Ends it at once.
  func end() { kill(leadsGroup ? -number : number, SIGKILL) }

  /// Waits until it has ended, and tells the code it ended with.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0 { guard errno == EINTR else { return -1 } }
    // The low seven bits name a signal; the next byte is the exit code.
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func environment(of program: Program) -> [String] {
    let given = program.variables.map(\.name)
    let kept = program.inherits.compactMap { name -> String? in
      guard !given.contains(name), let value = getenv(name) else { return nil }
      return "\(name)=\(String(cString: value))"
    }
    return kept + program.variables.map { "\($0.name)=\($0.value)" }
  }
}
