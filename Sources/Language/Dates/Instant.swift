/// A point in time, the same everywhere: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Sendable {
  /// Whole seconds, rounded down; negative before the epoch.
  public let seconds: Int
  /// What is left of the second, from 0 to 999,999,999.
  public let nanosecond: Int

  /// Keeps instants within the years 1 to 9999 of any offset: beyond them the nearest end is taken.
  public init(seconds: Int, nanosecond: Int = 0) {
    precondition((0..<Self.nanosecondsPerSecond).contains(nanosecond), "a fraction of a second is below one")
    self.seconds = min(max(seconds, Self.earliestSecond), Self.latestSecond)
    self.nanosecond = nanosecond
  }

  /// The instant at which a clock of this offset shows the moment.
  public init(_ moment: CivilMoment, offset: Offset) {
    self.init(seconds: moment.secondsSinceEpoch - offset.seconds, nanosecond: moment.time.nanosecond)
  }

  /// What a clock of this offset shows.
  public func civil(at offset: Offset) -> CivilMoment {
    CivilMoment(secondsSinceEpoch: seconds + offset.seconds, nanosecond: nanosecond)
  }

  /// The instant so many seconds later, or earlier when negative.
  public func adding(seconds: Int) -> Instant {
    Instant(seconds: self.seconds + min(max(seconds, -Self.span), Self.span), nanosecond: nanosecond)
  }

  public static let secondsPerDay = 86_400
  public static let nanosecondsPerSecond = 1_000_000_000

  /// A day inside 0001-01-01, so that every offset still shows a year from 1.
  private static let earliestSecond = (CivilDay.first.daysSinceEpoch + 2) * secondsPerDay
  /// A day inside 9999-12-31, so that every offset still shows a year up to 9999.
  private static let latestSecond = (CivilDay.last.daysSinceEpoch - 1) * secondsPerDay
  /// More than lies between the two; keeps additions from overflowing.
  private static let span = latestSecond - earliestSecond
}

extension Instant: Comparable {
  public static func < (one: Instant, other: Instant) -> Bool {
    (one.seconds, one.nanosecond) < (other.seconds, other.nanosecond)
  }
}
