/// The named ways to write a date, so that a template need not spell a pattern.
public enum DateStyle: String, Sendable, CaseIterable {
  /// `martes, 12 de agosto de 2025` · `Tuesday, August 12, 2025`
  case full
  /// `12 de agosto de 2025` · `August 12, 2025`
  case long
  /// `12 ago 2025` · `Aug 12, 2025`
  case short
  /// `12/8/2025` · `8/12/2025`
  case numeric
  /// RFC 2822, for RSS: `Tue, 12 Aug 2025 08:45:00 +0200`
  case rss
  /// RFC 3339: `2025-08-12T08:45:00+02:00`
  case iso
}

extension [UInt8] {
  /// Appends a moment in a named style.
  public mutating func append(_ moment: ZonedMoment, style: DateStyle, in tongue: Tongue) {
    switch style {
    case .rss: append(rfc2822: moment)
    case .iso: append(rfc3339: moment)
    case .full, .long, .short, .numeric: append(moment.civil.day, words: style, in: tongue)
    }
  }

  /// Appends a day in a named style; `iso` is the date alone, `rss` tells midnight UTC.
  public mutating func append(_ day: CivilDay, style: DateStyle, in tongue: Tongue) {
    switch style {
    case .rss: append(rfc2822: ZonedMoment(Instant(CivilMoment(day), offset: .utc), offset: .utc))
    case .iso: append(rfc3339: day)
    case .full, .long, .short, .numeric: append(day, words: style, in: tongue)
    }
  }

  private mutating func append(_ day: CivilDay, words style: DateStyle, in tongue: Tongue) {
    let names = CalendarNames.of(tongue)
    switch style {
    case .numeric: return append(numeric: day, in: tongue)
    case .full:
      append(contentsOf: names.weekdays[day.weekday.rawValue - 1].utf8)
      append(contentsOf: ", ".utf8)
    default: break
    }
    let month = style == .short ? names.shortMonths[day.month - 1] : names.months[day.month - 1]
    switch tongue {
    case .spanish:
      let link = style == .short ? " " : " de "
      appendDigits(day.day, width: 1)
      append(contentsOf: link.utf8)
      append(contentsOf: month.utf8)
      append(contentsOf: link.utf8)
    case .english:
      append(contentsOf: month.utf8)
      append(UInt8(ascii: " "))
      appendDigits(day.day, width: 1)
      append(contentsOf: ", ".utf8)
    }
    appendDigits(day.year, width: 1)
  }

  private mutating func append(numeric day: CivilDay, in tongue: Tongue) {
    let (first, second) = tongue == .spanish ? (day.day, day.month) : (day.month, day.day)
    appendDigits(first, width: 1)
    append(UInt8(ascii: "/"))
    appendDigits(second, width: 1)
    append(UInt8(ascii: "/"))
    appendDigits(day.year, width: 1)
  }
}
