import Language

// The offset from UTC, and the numbers that dates are made of.

extension DateReader {
  /// No place on Earth is further from UTC than this; more is a typing mistake.
  private static let largestOffset = 14 * 3600

  /// Reads `Z`, `UTC`, `GMT`, `+1`, `+01`, `+0100` or `+01:00`.
  mutating func offset(in bytes: Span<UInt8>) throws(DateFault) -> Offset {
    if let length = lengthOfUTC(in: bytes) {
      index += length
      return .utc
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") else {
      throw .unreadable
    }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    index += 1
    let hours = try number(ofFirst: 2, in: bytes)
    var minutes = 0
    if index < bytes.count {
      if bytes[index] == UInt8(ascii: ":") { index += 1 }
      minutes = try pair(in: bytes)
    }
    guard let offset = Offset(isNegative: isNegative, hours: hours, minutes: minutes),
      abs(offset.seconds) <= Self.largestOffset
    else { throw .noSuchOffset }
    return offset
  }

  private func lengthOfUTC(in bytes: Span<UInt8>) -> Int? {
    let rest = index..<bytes.count
    if rest.count == 1, bytes[index] | 0x20 == UInt8(ascii: "z") { return 1 }
    return bytes.equals("UTC", in: rest) || bytes.equals("GMT", in: rest) ? 3 : nil
  }

  /// Reads a number of one digit up to so many.
  mutating func number(upTo most: Int, in bytes: Span<UInt8>) throws(DateFault) -> Int {
    var value = 0
    let start = index
    while index < bytes.count, bytes[index].isDigit {
      guard index - start < most else { throw .unreadable }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > start else { throw .unreadable }
    return value
  }

  /// Reads a number of one digit up to so many; a further digit belongs to what follows.
  private mutating func number(ofFirst most: Int, in bytes: Span<UInt8>) throws(DateFault) -> Int {
    let start = index
    var value = 0
    while index < bytes.count, index - start < most, bytes[index].isDigit {
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > start else { throw .unreadable }
    return value
  }

  /// Reads a number of exactly two digits.
  mutating func pair(in bytes: Span<UInt8>) throws(DateFault) -> Int {
    let start = index
    let value = try number(upTo: 2, in: bytes)
    guard index - start == 2 else { throw .unreadable }
    return value
  }

  static func digits(_ range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    var value = 0
    for index in range {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }

  @discardableResult
  mutating func skipSpaces(in bytes: Span<UInt8>) -> Int {
    let start = index
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index - start
  }
}
