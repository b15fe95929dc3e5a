// What the calendar says of a day: its weekday, its place in the year, its ISO week.

extension CivilDay {
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let fromMonday = (daysSinceEpoch % 7 + 7 + 3) % 7
    return Weekday.allCases[fromMonday]
  }

  /// Counted from 1.
  public var dayOfYear: Int {
    daysSinceEpoch - CivilDay.daysBefore(year: year) + 1
  }

  /// The week by ISO 8601: weeks begin on Monday and belong to the year that holds their Thursday.
  public var isoWeek: ISOWeek {
    let thursday = daysSinceEpoch + 4 - weekday.rawValue
    var weekYear = year
    if thursday < Self.daysBefore(year: year) {
      weekYear -= 1
    } else if thursday >= Self.daysBefore(year: year + 1) {
      weekYear += 1
    }
    return ISOWeek(year: weekYear, week: (thursday - Self.daysBefore(year: weekYear)) / 7 + 1)
  }

  /// Days from 1970-01-01 to a year's first day, for any year.
  private static func daysBefore(year: Int) -> Int {
    let past = year - 1
    // The division rounds down also before the year 1, which the week of 0001-01-01 asks for.
    let centuries = past >= 0 ? past / 100 : -1
    let fours = past >= 0 ? past / 4 : -1
    let eras = past >= 0 ? past / 400 : -1
    return past * 365 + fours - centuries + eras - daysFromYearOneToEpoch
  }

  /// From 0001-01-01 to 1970-01-01.
  private static let daysFromYearOneToEpoch = 719_162
}

/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A week of ISO 8601; its year differs from the calendar's at a year's ends.
public struct ISOWeek: Hashable, Sendable {
  public let year: Int
  /// From 1 to 53.
  public let week: Int

  public init(year: Int, week: Int) {
    self.year = year
    self.week = week
  }
}
