/// A day of the calendar; one that exists.
public struct CivilDay: Sendable, Hashable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Makes a day of the Gregorian calendar; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Counts the days of a month from 1 to 12.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from the start of 1970; years are counted from March, so that a leap day comes last.
  var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDay: CustomStringConvertible {
  /// The day in ISO 8601, as `2025-08-12`.
  public var description: String {
    let digits = "\(year)"
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(padding)\(digits)-\(month.twoDigits)-\(day.twoDigits)"
  }
}

extension Int {
  /// A number below a hundred with a zero before a single digit.
  var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
