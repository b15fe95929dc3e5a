#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The clock, the waiting and the chance that a client lives by; tests hand in their own.
public struct Pace: Sendable {
  public var now: @Sendable () -> ContinuousClock.Instant
  public var sleep: @Sendable (Duration) -> Void
  /// A number from 0 up to, but not including, 1.
  public var chance: @Sendable () -> Double

  public init(
    now: @escaping @Sendable () -> ContinuousClock.Instant, sleep: @escaping @Sendable (Duration) -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.chance = chance
  }

  /// The machine's.
  public static let real = Pace(
    now: { .now },
    sleep: { duration in
      let (seconds, attoseconds) = duration.components
      var left = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
      var rest = timespec()
      while nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
    },
    chance: { Double.random(in: 0..<1) })
}
