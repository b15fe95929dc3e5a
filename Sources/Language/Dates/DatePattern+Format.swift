// Writing a date by a pattern.

extension [UInt8] {
  /// Appends a moment as a pattern says.
  public mutating func append(_ moment: ZonedMoment, as pattern: DatePattern, in tongue: Tongue) {
    append(moment.civil, offset: moment.offset, as: pattern, in: tongue)
  }

  /// Appends a day as a pattern says; where the pattern asks for a time it is midnight UTC.
  public mutating func append(_ day: CivilDay, as pattern: DatePattern, in tongue: Tongue) {
    append(CivilMoment(day), offset: .utc, as: pattern, in: tongue)
  }

  /// Appends what a clock shows as a pattern says.
  public mutating func append(
    _ moment: CivilMoment, offset: Offset, as pattern: DatePattern, in tongue: Tongue
  ) {
    let names = CalendarNames.of(tongue)
    for piece in pattern.pieces {
      switch piece {
      case .text(let bytes): append(contentsOf: bytes)
      case .field(let letter, let width):
        switch letter {
        case UInt8(ascii: "Z"), UInt8(ascii: "x"), UInt8(ascii: "X"):
          append(offset, letter: letter, width: width)
        case UInt8(ascii: "H"), UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "s"),
          UInt8(ascii: "S"), UInt8(ascii: "a"):
          append(moment.time, letter: letter, width: width, names: names)
        default: append(moment.day, letter: letter, width: width, names: names)
        }
      }
    }
  }
}

extension [UInt8] {
  private mutating func append(_ day: CivilDay, letter: UInt8, width: Int, names: CalendarNames) {
    switch letter {
    case UInt8(ascii: "y"): append(year: day.year, width: width)
    case UInt8(ascii: "Y"): append(year: day.isoWeek.year, width: width)
    case UInt8(ascii: "w"): appendDigits(day.isoWeek.week, width: width)
    case UInt8(ascii: "d"): appendDigits(day.day, width: width)
    case UInt8(ascii: "D"): appendDigits(day.dayOfYear, width: width)
    case UInt8(ascii: "M"), UInt8(ascii: "L"):
      switch width {
      case 3: append(contentsOf: names.shortMonths[day.month - 1].utf8)
      case 4: append(contentsOf: names.months[day.month - 1].utf8)
      case 5: append(contentsOf: names.narrowMonths[day.month - 1].utf8)
      default: appendDigits(day.month, width: width)
      }
    default:
      let index = day.weekday.rawValue - 1
      switch width {
      case 4: append(contentsOf: names.weekdays[index].utf8)
      case 5: append(contentsOf: names.narrowWeekdays[index].utf8)
      default: append(contentsOf: names.shortWeekdays[index].utf8)
      }
    }
  }

  private mutating func append(_ time: CivilTime, letter: UInt8, width: Int, names: CalendarNames) {
    switch letter {
    case UInt8(ascii: "H"): appendDigits(time.hour, width: width)
    case UInt8(ascii: "h"): appendDigits((time.hour + 11) % 12 + 1, width: width)
    case UInt8(ascii: "k"): appendDigits((time.hour + 23) % 24 + 1, width: width)
    case UInt8(ascii: "m"): appendDigits(time.minute, width: width)
    case UInt8(ascii: "s"): appendDigits(time.second, width: width)
    case UInt8(ascii: "S"):
      var digits: [UInt8] = []
      digits.appendDigits(time.nanosecond, width: 9)
      append(contentsOf: digits.prefix(width))
    default: append(contentsOf: names.dayHalves[time.hour / 12].utf8)
    }
  }

  /// `yy` keeps two digits; every other width is a minimum.
  private mutating func append(year: Int, width: Int) {
    appendDigits(width == 2 ? year % 100 : year, width: width)
  }

  /// `x` +02, `xx` +0200, `xxx` +02:00; a single letter writes minutes only where there are some.
  private mutating func append(_ offset: Offset, letter: UInt8, width: Int) {
    let offset = offset.inMinutes
    if letter == UInt8(ascii: "X"), offset == .utc {
      append(UInt8(ascii: "Z"))
      return
    }
    append(offset, separator: letter != UInt8(ascii: "Z") && width == 3)
    if letter != UInt8(ascii: "Z"), width == 1, offset.seconds.isMultiple(of: 3600) { removeLast(2) }
  }
}
