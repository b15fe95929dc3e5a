/// A day of the calendar.
public struct CivilDay: Sendable, Equatable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var description: String {
    func pad(_ n: Int, _ w: Int) -> String {
      String(repeating: "0", count: max(0, w - String(n).count)) + String(n)
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
  }
}

/// A day and a time of day.
public struct CivilTime: Sendable, Equatable, CustomStringConvertible {
  public let day: CivilDay
  public let hour: Int
  public let minute: Int
  public let second: Int
  public let nanosecond: Int

  public init?(_ day: CivilDay, hour: Int, minute: Int, second: Int, nanosecond: Int) {
    guard hour < 24, minute < 60, second < 60 else { return nil }
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
  }

  public var description: String {
    func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(day)T\(pad(hour)):\(pad(minute)):\(pad(second))"
  }
}

extension CivilTime {
  /// The seconds from the start of 1970 to this time, as a clock without an offset shows it.
  var secondsSince1970: Int {
    let year = day.month > 2 ? day.year : day.year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86400 + hour * 3600 + minute * 60 + second
  }
}
