/// A day and a time of day, not yet tied to a zone: what an author writes as `2025-08-12 08:45`.
public struct CivilMoment: Hashable, Sendable {
  public let day: CivilDay
  public let time: CivilTime

  public init(_ day: CivilDay, _ time: CivilTime = .midnight) {
    self.day = day
    self.time = time
  }

  /// Seconds since 1970-01-01 00:00:00 on the same clock.
  public var secondsSinceEpoch: Int { day.daysSinceEpoch * Instant.secondsPerDay + time.secondOfDay }
}

extension CivilMoment: Comparable {
  public static func < (one: CivilMoment, other: CivilMoment) -> Bool {
    (one.day, one.time) < (other.day, other.time)
  }
}

extension CivilMoment {
  /// Reads a clock that shows so many seconds since 1970-01-01 00:00:00; it stays within the years 1 to 9999.
  init(secondsSinceEpoch seconds: Int, nanosecond: Int) {
    var days = seconds / Instant.secondsPerDay
    var second = seconds % Instant.secondsPerDay
    if second < 0 {
      days -= 1
      second += Instant.secondsPerDay
    }
    self.init(CivilDay(daysSinceEpoch: days), CivilTime(secondOfDay: second, nanosecond: nanosecond))
  }
}
