// The two spellings of dates that machines read: RFC 3339 in feeds and HTML, RFC 2822 in RSS.

extension [UInt8] {
  /// Appends `2026-02-10`.
  public mutating func append(rfc3339 day: CivilDay) {
    appendDigits(day.year, width: 4)
    append(UInt8(ascii: "-"))
    appendDigits(day.month, width: 2)
    append(UInt8(ascii: "-"))
    appendDigits(day.day, width: 2)
  }

  /// Appends `08:45:00`, and the fraction without its trailing zeros when there is one.
  public mutating func append(rfc3339 time: CivilTime) {
    appendClock(time)
    guard time.nanosecond > 0 else { return }
    append(UInt8(ascii: "."))
    appendDigits(time.nanosecond, width: 9)
    while last == UInt8(ascii: "0") { removeLast() }
  }

  /// Appends `2025-08-12T08:45:00+02:00`; an offset with seconds is told in whole minutes, the instant staying exact.
  public mutating func append(rfc3339 moment: ZonedMoment) {
    let offset = moment.offset.inMinutes
    let civil = moment.instant.civil(at: offset)
    append(rfc3339: civil.day)
    append(UInt8(ascii: "T"))
    append(rfc3339: civil.time)
    if offset == .utc {
      append(UInt8(ascii: "Z"))
    } else {
      append(offset, separator: true)
    }
  }

  /// Appends `Tue, 12 Aug 2025 08:45:00 +0200`.
  public mutating func append(rfc2822 moment: ZonedMoment) {
    let offset = moment.offset.inMinutes
    let civil = moment.instant.civil(at: offset)
    append(contentsOf: CalendarNames.english.shortWeekdays[civil.day.weekday.rawValue - 1].utf8)
    append(contentsOf: ", ".utf8)
    appendDigits(civil.day.day, width: 2)
    append(UInt8(ascii: " "))
    append(contentsOf: CalendarNames.english.shortMonths[civil.day.month - 1].utf8)
    append(UInt8(ascii: " "))
    appendDigits(civil.day.year, width: 4)
    append(UInt8(ascii: " "))
    appendClock(civil.time)
    append(UInt8(ascii: " "))
    append(offset, separator: false)
  }
}

extension [UInt8] {
  /// Appends `+02:00` or `+0200`.
  mutating func append(_ offset: Offset, separator: Bool) {
    append(offset.seconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let minutes = abs(offset.seconds) / 60
    appendDigits(minutes / 60, width: 2)
    if separator { append(UInt8(ascii: ":")) }
    appendDigits(minutes % 60, width: 2)
  }

  /// Appends a number that is not negative, with zeros before it up to the width.
  mutating func appendDigits(_ value: Int, width: Int) {
    // Days, months and hours, which are most of what dates are made of.
    if width == 2 || (width == 1 && value >= 10), value < 100 {
      append(UInt8(ascii: "0") &+ UInt8(value / 10))
      return append(UInt8(ascii: "0") &+ UInt8(value % 10))
    }
    // And years.
    if width == 4 || (width == 1 && value >= 1000), value < 10_000 {
      appendDigits(value / 100, width: 2)
      return appendDigits(value % 100, width: 2)
    }
    var scale = 1
    var digits = 1
    while digits < width || value / scale >= 10 {
      scale *= 10
      digits += 1
    }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(value / scale % 10))
      scale /= 10
    }
  }

  /// Appends `08:45:00`.
  private mutating func appendClock(_ time: CivilTime) {
    appendDigits(time.hour, width: 2)
    append(UInt8(ascii: ":"))
    appendDigits(time.minute, width: 2)
    append(UInt8(ascii: ":"))
    appendDigits(time.second, width: 2)
  }
}
