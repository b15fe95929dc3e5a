import Bytes
import Language

/// A date as data holds it: `2026-02-10`, `2026-02-10 08:45`, `2026-02-10T08:45:00+01:00`, or seconds since 1970.
enum WrittenDate {
  /// A calendar day, the same everywhere.
  case day(CivilDay)
  /// A point in time, told at the offset it was written with, else by the clock of the site.
  case moment(ZonedMoment)

  init?(_ value: Value, text: String, zone: Zone) {
    if case .int(let seconds) = value {
      self = .moment(zone.moment(at: Instant(seconds: seconds)))
      return
    }
    var reader = Reader(bytes: Array(text.trimmed().utf8))
    guard let date = reader.date(in: zone) else { return nil }
    self = date
  }

  var day: CivilDay {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.civil.day
    }
  }

  func append(in style: DateStyle, _ tongue: Tongue, to out: inout [UInt8]) {
    switch self {
    case .day(let day): out.append(day, style: style, in: tongue)
    case .moment(let moment): out.append(moment, style: style, in: tongue)
    }
  }

  func append(by pattern: DatePattern, _ tongue: Tongue, to out: inout [UInt8]) {
    switch self {
    case .day(let day): out.append(day, as: pattern, in: tongue)
    case .moment(let moment): out.append(moment, as: pattern, in: tongue)
    }
  }

  /// The point in time; a day begins when it begins in the zone.
  func instant(in zone: Zone) -> Instant {
    switch self {
    case .day(let day): zone.start(of: day)
    case .moment(let moment): moment.instant
    }
  }
}

extension WrittenDate {
  /// Reads RFC 3339, of which seconds and offset may be missing.
  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    mutating func date(in zone: Zone) -> WrittenDate? {
      guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
        let civil = CivilDay(year: year, month: month, day: day)
      else { return nil }
      if index == bytes.count { return .day(civil) }
      guard skip("T") || skip("t") || skip(" "), let time = time() else { return nil }
      let moment = CivilMoment(civil, time)
      if index == bytes.count { return .moment(zone.moment(at: zone.instant(of: moment))) }
      guard let offset = offset(), index == bytes.count else { return nil }
      return .moment(ZonedMoment(Instant(moment, offset: offset), offset: offset))
    }

    private mutating func time() -> CivilTime? {
      guard let hour = number(2), skip(":"), let minute = number(2) else { return nil }
      guard skip(":") else { return CivilTime(hour: hour, minute: minute) }
      guard let second = number(2) else { return nil }
      guard skip(".") else { return CivilTime(hour: hour, minute: minute, second: second) }
      var nanosecond = 0
      var scale = Instant.nanosecondsPerSecond
      while index < bytes.count, bytes[index].isDigit {
        scale /= 10
        nanosecond += Int(bytes[index] - UInt8(ascii: "0")) * scale
        index += 1
      }
      guard scale < Instant.nanosecondsPerSecond else { return nil }
      return CivilTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    private mutating func offset() -> Offset? {
      _ = skip(" ")
      if skip("Z") || skip("z") { return .utc }
      let isNegative = skip("-")
      guard isNegative || skip("+"), let hours = number(2) else { return nil }
      _ = skip(":")
      guard let minutes = number(2) else { return nil }
      return Offset(isNegative: isNegative, hours: hours, minutes: minutes)
    }

    private mutating func number(_ length: Int) -> Int? {
      guard index + length <= bytes.count else { return nil }
      var number = 0
      for byte in bytes[index..<index + length] {
        guard byte.isDigit else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      index += length
      return number
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
      index += 1
      return true
    }
  }
}
