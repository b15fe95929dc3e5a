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
    let weekday = names.weekdays[day.weekday.rawValue - 1]
    let month = names.months[day.month - 1]
    let shortMonth = names.shortMonths[day.month - 1]
    let text: String
    switch (style, tongue) {
    case (.full, .spanish): text = "\(weekday), \(day.day) de \(month) de \(day.year)"
    case (.full, .english): text = "\(weekday), \(month) \(day.day), \(day.year)"
    case (.short, .spanish): text = "\(day.day) \(shortMonth) \(day.year)"
    case (.short, .english): text = "\(shortMonth) \(day.day), \(day.year)"
    case (.numeric, .spanish): text = "\(day.day)/\(day.month)/\(day.year)"
    case (.numeric, .english): text = "\(day.month)/\(day.day)/\(day.year)"
    case (_, .spanish): text = "\(day.day) de \(month) de \(day.year)"
    case (_, .english): text = "\(month) \(day.day), \(day.year)"
    }
    append(contentsOf: text.utf8)
  }
}
