import Foundation
import Language
import Testing

@Suite("A calendar day")
struct CivilDayTests {
  @Test(
    "exists or is refused",
    arguments: [
      (2024, 2, 29, true), (2025, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
      (2025, 13, 1, false), (2025, 0, 1, false), (2025, 4, 31, false), (2025, 4, 30, true),
      (2025, 1, 0, false), (0, 1, 1, false), (1, 1, 1, true), (9999, 12, 31, true), (10_000, 1, 1, false),
      (2025, 13, 45, false),
    ])
  func exists(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CivilDay(year: year, month: month, day: day) != nil) == exists)
  }

  @Test("agrees with a second calendar on every day from 1583 to 2400")
  func agrees() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(CivilDay(year: 1583, month: 1, day: 1)).daysSinceEpoch
    let last = try #require(CivilDay(year: 2400, month: 12, day: 31)).daysSinceEpoch
    // Every 17th day meets each day of the year and of the week, in a tenth of the time.
    for number in stride(from: first, through: last, by: 17) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let theirs = calendar.dateComponents(
        [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
      let day = CivilDay(daysSinceEpoch: number)
      #expect(day.daysSinceEpoch == number)
      #expect([day.year, day.month, day.day] == [theirs.year, theirs.month, theirs.day])
      #expect(day.weekday.rawValue % 7 + 1 == theirs.weekday)
      #expect([day.isoWeek.year, day.isoWeek.week] == [theirs.yearForWeekOfYear, theirs.weekOfYear])
    }
  }

  @Test("counts from one end of the calendar to the other without a gap")
  func ascends() {
    var previous = CivilDay.first
    for number in stride(
      from: CivilDay.first.daysSinceEpoch + 1, through: CivilDay.last.daysSinceEpoch, by: 31)
    {
      let day = CivilDay(daysSinceEpoch: number)
      #expect(previous < day && day.daysSinceEpoch == number)
      previous = day
    }
    #expect(CivilDay.last.daysSinceEpoch - CivilDay.first.daysSinceEpoch == 3_652_058)
  }

  @Test("knows its place in the year")
  func dayOfYear() throws {
    #expect(try #require(CivilDay(year: 2024, month: 12, day: 31)).dayOfYear == 366)
    #expect(try #require(CivilDay(year: 2025, month: 3, day: 1)).dayOfYear == 60)
    #expect(CivilDay.first.isoWeek == ISOWeek(year: 1, week: 1))
  }

  @Test("stays inside the calendar however far it is moved")
  func saturates() throws {
    let day = try #require(CivilDay(year: 2026, month: 2, day: 10))
    #expect(day.adding(days: 28) == CivilDay(year: 2026, month: 3, day: 10))
    #expect(day.adding(days: .max) == .last)
    #expect(day.adding(days: .min) == .first)
    #expect(CivilDay(daysSinceEpoch: .max) == .last)
  }
}
