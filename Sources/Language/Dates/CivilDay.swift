/// A day of the Gregorian calendar, as written on paper: no time, no zone, never shifted.
public struct CivilDay: Hashable, Sendable {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to the month's last day.
  public let day: Int

  /// Accepts only days that exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(valid: year, month, day)
  }

  /// Finds the day that lies so many days after 1970-01-01; beyond the years 1 to 9999 the nearest end is taken.
  public init(daysSinceEpoch days: Int) {
    let days = min(max(days, Self.first.daysSinceEpoch), Self.last.daysSinceEpoch)
    // The year is counted from March, so that the leap day comes last; eras of 400 years repeat exactly.
    let shifted = days + Self.daysFromMarchOfYearZero
    let era = shifted / Self.daysPerEra
    let dayOfEra = shifted % Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      valid: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
      month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The first day that can be named, 0001-01-01.
  public static let first = CivilDay(valid: 1, 1, 1)
  /// The last day that can be named, 9999-12-31.
  public static let last = CivilDay(valid: 9999, 12, 31)

  /// Days since 1970-01-01, negative before it.
  public var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysPerEra + dayOfEra - Self.daysFromMarchOfYearZero
  }

  /// The day so many days later, or earlier when negative; it stays within the years 1 to 9999.
  public func adding(days: Int) -> CivilDay {
    CivilDay(daysSinceEpoch: daysSinceEpoch + min(max(days, -Self.daysInAllYears), Self.daysInAllYears))
  }

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Tells whether February has 29 days.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}

extension CivilDay: Comparable {
  public static func < (one: CivilDay, other: CivilDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension CivilDay {
  /// 400 Gregorian years.
  private static let daysPerEra = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let daysFromMarchOfYearZero = 719_468
  /// More than lie between the first day and the last; keeps additions from overflowing.
  private static let daysInAllYears = 3_652_059

  /// For days known to exist.
  private init(valid year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}
