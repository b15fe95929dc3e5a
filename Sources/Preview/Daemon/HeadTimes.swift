import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Since when each connection owes the head of a request, so that one that drips it byte by byte is not waited for.
final class HeadTimes: Sendable {
  private let since = Mutex<[Int32: ContinuousClock.Instant]>([:])

  /// Browsers send a head at once; connections that they keep for later are opened again in no time.
  static let patience = Duration.seconds(20)

  /// A connection is new, or has got its last answer.
  func awaited(at socket: Int32, now: ContinuousClock.Instant = .now) { since.withLock { $0[socket] = now } }

  /// A connection has sent the head of a request, or is about to be closed.
  func arrived(at socket: Int32) { since.withLock { _ = $0.removeValue(forKey: socket) } }

  /// Ends the connections that owe a head for too long.
  ///
  /// They are closed by the library, which holds their number until it has told that it closes them: so it is still theirs.
  func dropLate(now: ContinuousClock.Instant = .now) {
    since.withLock { since in
      for (socket, start) in since where start.duration(to: now) > Self.patience {
        shutdown(socket, Int32(SHUT_RDWR))
        since[socket] = nil
      }
    }
  }
}
