import Language

// Days with a month in words, Spanish or English.

extension DateReader {
  /// No month or weekday is longer than `septiembre`.
  private static let longestWord = 10

  /// Reads the rest of `12 de agosto de 2025`, `15 Oct 2023` or `15-Oct-2023` after its day.
  mutating func wordyDay(_ day: Int, in bytes: Span<UInt8>) throws(DateFault) -> CivilDay {
    try skipJoint(in: bytes)
    let month = try monthName(in: bytes)
    try skipJoint(in: bytes)
    return try civil(year(in: bytes), month, day)
  }

  /// Reads a day that begins with a word: a weekday before it is skipped, a month goes before its day.
  mutating func namedDay(in bytes: Span<UInt8>) throws(DateFault) -> CivilDay {
    let start = index
    if try Self.weekdays.contains(word(in: bytes)) {
      try skipJoint(in: bytes)
      if index < bytes.count, bytes[index].isDigit {
        return try wordyDay(number(upTo: 2, in: bytes), in: bytes)
      }
    } else {
      index = start
    }
    let month = try monthName(in: bytes)
    try skipJoint(in: bytes)
    let day = try number(upTo: 2, in: bytes)
    try skipJoint(in: bytes)
    return try civil(year(in: bytes), month, day)
  }

  private mutating func year(in bytes: Span<UInt8>) throws(DateFault) -> Int {
    let start = index
    let year = try number(upTo: 4, in: bytes)
    guard index - start == 4 else { throw .shortYear }
    return year
  }

  /// Skips what stands between the parts: spaces, a comma, a full stop, a hyphen, `de` or `del`.
  private mutating func skipJoint(in bytes: Span<UInt8>) throws(DateFault) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"): index += 1
      case UInt8(ascii: "d"):
        let start = index
        let word = try word(in: bytes)
        guard word == "de" || word == "del" else {
          index = start
          return
        }
        quirk = .spanishWords
      default: return
      }
    }
  }

  private mutating func monthName(in bytes: Span<UInt8>) throws(DateFault) -> Int {
    let name = try word(in: bytes)
    if let month = Self.spanishMonths[name] {
      if Self.englishMonths[name] == nil { quirk = .spanishWords }
      return month
    }
    guard let month = Self.englishMonths[name] else { throw .unreadable }
    return month
  }

  private mutating func word(in bytes: Span<UInt8>) throws(DateFault) -> String {
    let start = index
    while index < bytes.count, bytes[index].isLetter || bytes[index] >= 0x80 { index += 1 }
    guard index > start, index - start <= Self.longestWord else { throw .unreadable }
    return bytes.text(of: start..<index).lowercased()
  }

  /// `mar` is missing: it is March more often than a Tuesday.
  private static let weekdays: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "lun", "mié", "mie", "jue", "vie", "sáb", "sab", "dom", "lunes", "martes",
    "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo",
  ]

  private static let spanishMonths: [String: Int] = [
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12, "ene": 1, "feb": 2,
    "mar": 3,
    "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sep": 9, "sept": 9, "set": 9, "oct": 10, "nov": 11,
    "dic": 12,
  ]

  private static let englishMonths: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
}
