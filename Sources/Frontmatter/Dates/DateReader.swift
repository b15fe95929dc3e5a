import Language

/// Reads the dates that authors write, by a grammar that is wider than RFC 3339 and never guesses.
///
///     Y{4}-M{1,2}-D{1,2} [ (T | spaces) h{1,2}:mm [:ss [(.|,)f{1,9}]] [spaces] [Z | UTC | GMT | ±h{1,2}[[:]mm]] ]
///
/// Instead of the first part: `2025/08/12`, `12 de agosto de 2025`, `15 Oct 2023`, `Tue, 12 Aug 2025`,
/// `August 12, 2025`. Months are known in Spanish and in English.
struct DateReader {
  var index = 0
  var quirk: DateReading.Quirk?

  /// The length of `2025-08-12`.
  static let dayLength = 10

  /// Reads the whole of a text as one date.
  static func read(_ bytes: Span<UInt8>) -> DateReading {
    if let moment = history(bytes) { return .date(.history(moment), nil) }
    var reader = DateReader()
    do throws(DateFault) {
      let date = try reader.date(in: bytes)
      return .date(date, reader.quirk)
    } catch {
      return .fault(error)
    }
  }

  /// Reads the `2025-08-12` that a file name begins with, followed by a hyphen, an underline or nothing.
  static func day(leading bytes: Span<UInt8>) -> PageDate? {
    guard bytes.count >= dayLength else { return nil }
    let follower: UInt8 = bytes.count > dayLength ? bytes[dayLength] : UInt8(ascii: "-")
    guard follower == UInt8(ascii: "-") || follower == UInt8(ascii: "_"), bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), let year = digits(0..<4, in: bytes),
      let month = digits(5..<7, in: bytes),
      let day = digits(8..<10, in: bytes), let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    return .day(civil)
  }

  /// The words by which Eleventy asks for a date from the file's history.
  private static func history(_ bytes: Span<UInt8>) -> PageDate.Event? {
    guard let first = bytes.isEmpty ? nil : bytes[0] | 0x20,
      first == UInt8(ascii: "g") || first == UInt8(ascii: "l") || first == UInt8(ascii: "c")
    else { return nil }
    switch bytes.text(of: 0..<bytes.count).lowercased() {
    case "git created", "created": return .created
    case "git last modified", "last modified": return .modified
    default: return nil
    }
  }
}

extension DateReader {
  private mutating func date(in bytes: Span<UInt8>) throws(DateFault) -> PageDate {
    guard !bytes.isEmpty else { throw .unreadable }
    let day = try bytes[0].isDigit ? numericDay(in: bytes) : namedDay(in: bytes)
    guard index < bytes.count else { return .day(day) }
    let spaces = skipSpaces(in: bytes)
    guard index < bytes.count else { return .day(day) }
    if spaces == 0 {
      guard bytes[index] | 0x20 == UInt8(ascii: "t") else { throw .unreadable }
      index += 1
    }
    let time = try time(in: bytes)
    skipSpaces(in: bytes)
    guard index < bytes.count else { return time == .midnight ? .day(day) : .local(CivilMoment(day, time)) }
    let offset = try offset(in: bytes)
    guard index == bytes.count else { throw .unreadable }
    return .instant(ZonedMoment(Instant(CivilMoment(day, time), offset: offset), offset: offset))
  }

  /// Reads a day that begins with a number: year first, or `12 de agosto de 2025`.
  private mutating func numericDay(in bytes: Span<UInt8>) throws(DateFault) -> CivilDay {
    let start = index
    let first = try number(upTo: 4, in: bytes)
    let length = index - start
    guard index < bytes.count else { throw .unreadable }
    let separator = bytes[index]
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".")
    else {
      return try wordyDay(first, in: bytes)
    }
    if length <= 2, index + 1 < bytes.count, bytes[index + 1].isLetter {
      index += 1
      return try wordyDay(first, in: bytes)
    }
    index += 1
    let second = try number(upTo: 2, in: bytes)
    guard index < bytes.count, bytes[index] == separator else { throw .unreadable }
    index += 1
    if length == 4, separator != UInt8(ascii: ".") {
      if separator == UInt8(ascii: "/") { quirk = .slashes }
      return try civil(first, second, number(upTo: 2, in: bytes))
    }
    throw try yearLast(first, second, in: bytes)
  }

  /// Says what is wrong with `10-12-2024`, `25/12/2024` or `24-08-12`.
  private mutating func yearLast(_ first: Int, _ second: Int, in bytes: Span<UInt8>) throws(DateFault)
    -> DateFault
  {
    let start = index
    let year = try number(upTo: 4, in: bytes)
    guard index - start == 4 else { return .shortYear }
    let monthFirst = CivilDay(year: year, month: first, day: second)
    let dayFirst = CivilDay(year: year, month: second, day: first)
    switch (monthFirst, dayFirst) {
    case (let one?, let other?) where one != other:
      return .ambiguous(monthFirst: one.written, dayFirst: other.written)
    case (let only?, _), (_, let only?): return .dayFirst(meant: only.written)
    case (nil, nil): return .unreadable
    }
  }

  func civil(_ year: Int, _ month: Int, _ day: Int) throws(DateFault) -> CivilDay {
    guard year > 0 else { throw .unreadable }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard let civil = CivilDay(year: year, month: month, day: day) else {
      throw .noSuchDay(day, daysInMonth: CivilDay.days(inMonth: month, of: year))
    }
    return civil
  }

  /// Reads `h{1,2}:mm`, seconds and a fraction.
  private mutating func time(in bytes: Span<UInt8>) throws(DateFault) -> CivilTime {
    let start = index
    let hour = try number(upTo: 2, in: bytes)
    if index - start == 1 { quirk = quirk ?? .shortHour }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw .unreadable }
    index += 1
    let minute = try pair(in: bytes)
    var second = 0
    var nanosecond = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      index += 1
      second = try pair(in: bytes)
      nanosecond = try fraction(in: bytes)
    }
    guard let time = CivilTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond) else {
      throw .noSuchTime
    }
    return time
  }

  private mutating func fraction(in bytes: Span<UInt8>) throws(DateFault) -> Int {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else {
      return 0
    }
    index += 1
    let start = index
    var value = try number(upTo: 9, in: bytes)
    for _ in index - start..<9 { value *= 10 }
    return value
  }
}
