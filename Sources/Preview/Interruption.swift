import Synchronization
import Workers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The wish of the user that the program end: Ctrl-C, a closed terminal, `kill`.
///
///     let interruption = try Interruption()     // such a wish ends the program there and then
///     …
///     interruption.wait()                       // and from here on it ends the waiting instead
public final class Interruption: Sendable {
  private let listener: Companion
  private let ear: Ear

  /// Listens to such wishes from now on; made before any other thread begins, as threads inherit what they leave to others.
  public init() throws(Companion.Refused) {
    var set = Ear.wishes
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // Shells have what they start in the background ignore Ctrl-C; who sends the signal by hand means it.
    signal(SIGINT, SIG_DFL)
    // A browser that goes away while it is being answered must not end us.
    signal(SIGPIPE, SIG_IGN)
    let ear = Ear()
    self.ear = ear
    listener = try Companion { ear.listen() }
  }

  /// Waits for the wish; a second one ends the program as it is.
  public func wait() {
    ear.isAwaited.store(true, ordering: .releasing)
    listener.join()
    var set = Ear.wishes
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Ends the program although threads are at work, which a usual end would pull the ground from under.
  public static func leave() -> Never { _exit(0) }
}

/// Who listens.
private final class Ear: Sendable {
  let isAwaited = Atomic<Bool>(false)

  func listen() {
    var set = Self.wishes
    var signal: Int32 = 0
    while sigwait(&set, &signal) != 0 {}
    if !isAwaited.load(ordering: .acquiring) { Interruption.leave() }
  }

  static var wishes: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, signal) }
    return set
  }
}
