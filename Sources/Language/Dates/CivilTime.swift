/// A time of day as a clock on the wall shows it; it knows no zone and no leap seconds.
public struct CivilTime: Hashable, Sendable {
  /// From 0 to 23.
  public let hour: Int
  /// From 0 to 59.
  public let minute: Int
  /// From 0 to 59.
  public let second: Int
  /// From 0 to 999,999,999.
  public let nanosecond: Int

  /// Accepts only times that a clock shows; `24:00` and `23:59:60` are refused.
  public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<Instant.nanosecondsPerSecond).contains(nanosecond)
    else { return nil }
    self.init(valid: hour, minute, second, nanosecond)
  }

  /// 00:00:00.
  public static let midnight = CivilTime(valid: 0, 0, 0, 0)

  /// Seconds since midnight, without the fraction.
  public var secondOfDay: Int { hour * 3600 + minute * 60 + second }
}

extension CivilTime: Comparable {
  public static func < (one: CivilTime, other: CivilTime) -> Bool {
    (one.secondOfDay, one.nanosecond) < (other.secondOfDay, other.nanosecond)
  }
}

extension CivilTime {
  /// For a second between 0 and 86,399 and a nanosecond within it.
  init(secondOfDay: Int, nanosecond: Int) {
    self.init(valid: secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60, nanosecond)
  }

  private init(valid hour: Int, _ minute: Int, _ second: Int, _ nanosecond: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
  }
}
