/// A day and a time of day, as a clock on a wall shows it.
public struct CivilTime: Sendable, Hashable {
  public let day: CivilDay
  public let hour: Int
  public let minute: Int
  public let second: Int
  public let nanosecond: Int

  /// Makes a time; nil when no clock shows it.
  public init?(_ day: CivilDay, hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
  }

  /// Tells the very start of a day.
  var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 && nanosecond == 0 }

  /// The seconds from the start of 1970 to this time, as a clock without an offset shows it.
  public var secondsSince1970: Int {
    day.daysSince1970 * 86400 + hour * 3600 + minute * 60 + second
  }
}

extension CivilTime: CustomStringConvertible {
  /// The time in ISO 8601, as `2025-08-12T08:45`; seconds only when there are any.
  public var description: String {
    let minutes = "\(day)T\(hour.twoDigits):\(minute.twoDigits)"
    return second == 0 ? minutes : "\(minutes):\(second.twoDigits)"
  }

  /// The time with its seconds, as all programs can read it.
  var full: String { second == 0 ? "\(self):00" : "\(self)" }
}
