import Language

/// Reads the dates of headers: `Fri, 20 Nov 2026 12:12:00 GMT`, the only form that servers may write today.
enum HTTPDate {
  /// Nil for any other form, and for days and hours that do not exist.
  static func read(_ text: String) -> Instant? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[0].utf8.count == 4, words[0].hasSuffix(","), words[5] == "GMT",
      let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]),
      let civil = CivilDay(year: year, month: month + 1, day: day)
    else { return nil }
    let clock = words[4].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      let time = CivilTime(hour: hour, minute: minute, second: min(second, 59))
    else { return nil }
    return Instant(CivilMoment(civil, time), offset: .utc)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
