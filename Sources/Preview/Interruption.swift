#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The wish of the user that the program end: Ctrl-C, a closed terminal, `kill`.
public enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on such a wish waits until it is asked for; called before any other thread begins.
  public static func hold() {
    var set = wishes
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // Shells have what they start in the background ignore Ctrl-C; who sends the signal by hand means it.
    signal(SIGINT, SIG_DFL)
    // A browser that goes away while it is being answered must not end us.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits for the wish; a second one ends the program as it is.
  public static func wait() {
    var set = wishes
    var signal: Int32 = 0
    while sigwait(&set, &signal) != 0 {}
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static var wishes: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }
}
