// Reading a POSIX TZ rule, with what version 3 of TZif adds: times of day from -167 to 167 hours.

extension ZoneRule {
  /// Reads a whole rule; nil when it is not one.
  init?(_ text: Span<UInt8>) {
    var reader = Reader()
    guard let name = reader.name(in: text), let west = reader.time(in: text),
      let offset = Offset(seconds: -west)
    else { return nil }
    standard = Zone.Period(offset: offset, isDaylight: false, abbreviation: name)
    guard reader.index < text.count else {
      summer = nil
      return
    }
    guard let found = reader.summer(after: offset, in: text), reader.index == text.count else { return nil }
    summer = found
  }

  private struct Reader {
    var index = 0

    /// Letters, or anything between angle brackets.
    mutating func name(in text: Span<UInt8>) -> String? {
      let isQuoted = accept("<", in: text)
      let start = index
      while index < text.count, isQuoted ? text[index] != UInt8(ascii: ">") : isLetter(text[index]) {
        index += 1
      }
      let name = text.extracting(start..<index).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
      guard name.utf8.count >= 3, !isQuoted || accept(">", in: text) else { return nil }
      return name
    }

    mutating func summer(after standard: Offset, in text: Span<UInt8>) -> Summer? {
      guard let name = name(in: text) else { return nil }
      var offset = Offset(seconds: standard.seconds + 3600)
      if index < text.count, text[index] != UInt8(ascii: ",") {
        guard let west = time(in: text) else { return nil }
        offset = Offset(seconds: -west)
      }
      guard let offset, let start = date(in: text), let end = date(in: text) else { return nil }
      let period = Zone.Period(offset: offset, isDaylight: true, abbreviation: name)
      return Summer(period: period, start: start, end: end)
    }

    /// `,M3.5.0/2`, `,J60` or `,59`.
    mutating func date(in text: Span<UInt8>) -> YearlyDate? {
      guard accept(",", in: text), let day = day(in: text) else { return nil }
      guard accept("/", in: text) else { return YearlyDate(day: day, seconds: 2 * 3600) }
      guard let seconds = time(in: text) else { return nil }
      return YearlyDate(day: day, seconds: seconds)
    }

    mutating func day(in text: Span<UInt8>) -> YearlyDate.Day? {
      if accept("M", in: text) {
        guard let month = number(1...12, in: text), accept(".", in: text),
          let week = number(1...5, in: text), accept(".", in: text),
          let weekday = number(0...6, in: text)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
      }
      if accept("J", in: text) { return number(1...365, in: text).map { .julian($0) } }
      return number(0...365, in: text).map { .counted($0) }
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(in text: Span<UInt8>) -> Int? {
      let isNegative = accept("-", in: text)
      if !isNegative { _ = accept("+", in: text) }
      guard var seconds = number(0...167, in: text).map({ $0 * 3600 }) else { return nil }
      for scale in [60, 1] where accept(":", in: text) {
        guard let part = number(0...59, in: text) else { return nil }
        seconds += part * scale
      }
      return isNegative ? -seconds : seconds
    }

    mutating func number(_ range: ClosedRange<Int>, in text: Span<UInt8>) -> Int? {
      let start = index
      var value = 0
      while index < text.count, index - start < 3,
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index])
      {
        value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
        index += 1
      }
      return index > start && range.contains(value) ? value : nil
    }

    mutating func accept(_ byte: Unicode.Scalar, in text: Span<UInt8>) -> Bool {
      guard index < text.count, text[index] == UInt8(ascii: byte) else { return false }
      index += 1
      return true
    }

    private func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
