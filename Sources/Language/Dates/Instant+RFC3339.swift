// Instants as machines write them: `2026-11-20T03:05:06Z`.

extension Instant {
  /// Reads `2026-11-20T03:05:06.25Z` or an offset such as `+01:00` in the place of the Z; nil for anything else.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= "2026-11-20T03:05:06Z".utf8.count, let day = CivilDay(rfc3339: bytes[..<10]),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = decimal(bytes[11..<13]), let minute = decimal(bytes[14..<16]),
      let second = decimal(bytes[17..<19])
    else { return nil }
    let fraction = bytes[19] == UInt8(ascii: ".") ? bytes[20...].prefix { $0 &- 48 < 10 } : bytes[..<0]
    let rest = bytes[(fraction.isEmpty ? 19 : fraction.endIndex)...]
    guard let offset = Offset(rfc3339: rest), let nanosecond = nanoseconds(of: fraction),
      // A leap second counts as the one before it.
      let time = CivilTime(hour: hour, minute: minute, second: min(second, 59), nanosecond: nanosecond),
      second <= 60
    else { return nil }
    self.init(CivilMoment(day, time), offset: offset)
  }

  /// The instant as `2026-11-20T03:05:06Z`.
  public var rfc3339: String {
    var out: [UInt8] = []
    out.append(rfc3339: ZonedMoment(self, offset: .utc))
    return String(decoding: out, as: UTF8.self)
  }
}

extension CivilDay {
  /// Reads `2026-11-20`; nil for anything else.
  public init?(rfc3339 text: String) { self.init(rfc3339: Array(text.utf8)[...]) }

  /// The day as `2026-11-20`.
  public var rfc3339: String {
    // Ten letters fit into a string without memory of its own, and every list asks for many days.
    String(unsafeUninitializedCapacity: 10) { text in
      func write(_ number: Int, to range: Range<Int>) {
        var rest = number
        for index in range.reversed() {
          text[index] = UInt8(ascii: "0") &+ UInt8(rest % 10)
          rest /= 10
        }
      }
      write(year, to: 0..<4)
      text[4] = UInt8(ascii: "-")
      write(month, to: 5..<7)
      text[7] = UInt8(ascii: "-")
      write(day, to: 8..<10)
      return 10
    }
  }

  fileprivate init?(rfc3339 bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8...])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Offset {
  /// Reads `Z` or `+01:00`.
  fileprivate init?(rfc3339 bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    if bytes.count == 1, bytes[0] | 0x20 == UInt8(ascii: "z") {
      self = .utc
      return
    }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = decimal(bytes[1..<3]), let minutes = decimal(bytes[4...]), hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    self.init(seconds: bytes[0] == UInt8(ascii: "-") ? -seconds : seconds)
  }
}

/// The number that digits mean; nil when one of them is none.
private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  guard digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
}

/// What the digits after the point mean; more than nine are cut.
private func nanoseconds(of fraction: ArraySlice<UInt8>) -> Int? {
  let digits = Array(fraction.prefix(9))
  return decimal((digits + Array(repeating: UInt8(ascii: "0"), count: 9 - digits.count))[...])
}
