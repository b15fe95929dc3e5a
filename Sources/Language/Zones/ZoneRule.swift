/// The rule by which clocks go on changing in every year to come, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Hashable {
  let standard: Zone.Period
  /// Nil when the clock never changes.
  let summer: Summer?

  /// The part of the year in which summer time holds.
  struct Summer: Sendable, Hashable {
    let period: Zone.Period
    let start: YearlyDate
    let end: YearlyDate
  }

  /// A day of every year and seconds from its midnight, by the clock that holds until then.
  struct YearlyDate: Sendable, Hashable {
    let day: Day
    let seconds: Int

    enum Day: Sendable, Hashable {
      /// `Mm.w.d`: a weekday (0 is Sunday) of a month, the fifth meaning the last.
      case weekday(Int, week: Int, month: Int)
      /// `Jn`: from 1 to 365, the 29th of February never counted.
      case julian(Int)
      /// `n`: from 0 to 365, the 29th of February counted.
      case counted(Int)
    }
  }

  func period(atSecond second: Int) -> Zone.Period {
    guard let summer else { return standard }
    let year = CivilMoment(secondsSinceEpoch: second + standard.offset.seconds, nanosecond: 0).day.year
    // The neighbouring years matter where a summer reaches over New Year.
    var latest = (second: Int.min, period: standard)
    for year in year - 1...year + 1 {
      let end = summer.end.second(of: year) - summer.period.offset.seconds
      if end <= second, end > latest.second { latest = (end, standard) }
      let start = summer.start.second(of: year) - standard.offset.seconds
      if start <= second, start >= latest.second { latest = (start, summer.period) }
    }
    return latest.period
  }
}

extension ZoneRule.YearlyDate {
  /// The second of that clock, counted from the epoch.
  func second(of year: Int) -> Int {
    dayNumber(in: min(max(year, 1), 9999)) * Instant.secondsPerDay + seconds
  }

  private func dayNumber(in year: Int) -> Int {
    let newYear = Self.day(year, 1, 1)
    switch day {
    case .julian(let number):
      return newYear + number - 1 + (number > 59 && CivilDay.isLeap(year) ? 1 : 0)
    case .counted(let number): return newYear + number
    case .weekday(let weekday, let week, let month):
      let first = Self.day(year, month, 1)
      let firstWeekday = CivilDay(daysSinceEpoch: first).weekday.rawValue % 7
      let offset = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      return first + (offset < CivilDay.days(inMonth: month, of: year) ? offset : offset - 7)
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDay(year: year, month: month, day: day)?.daysSinceEpoch ?? CivilDay.last.daysSinceEpoch
  }
}
