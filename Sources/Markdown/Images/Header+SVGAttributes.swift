extension Header {
  /// Reads the next `name="value"`; the value without its quotes.
  func attribute(
    from start: Int, before end: Int, _ bytes: Span<UInt8>
  ) -> (name: Range<Int>, value: Range<Int>, end: Int)? {
    var index = start
    while index < end {
      while index < end, bytes[index] <= UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "/") { index += 1 }
      let name = index
      while index < end, bytes[index] > UInt8(ascii: " "), bytes[index] != UInt8(ascii: "=") { index += 1 }
      let nameEnd = index
      while index < end, bytes[index] <= UInt8(ascii: " ") { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, bytes[index] <= UInt8(ascii: " ") { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
        continue
      }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < end, bytes[index] != quote { index += 1 }
      guard index < end else { return nil }
      return (name..<nameEnd, value..<index, index + 1)
    }
    return nil
  }

  func equals(_ text: StaticString, _ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    range.count == text.utf8CodeUnitCount && has(text, at: range.lowerBound, in: bytes)
  }

  /// A length in CSS pixels; nil for percentages and for units that hang on the font.
  func length(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Double? {
    guard let (value, end) = number(from: range.lowerBound, before: range.upperBound, bytes), value > 0 else {
      return nil
    }
    var unitEnd = range.upperBound
    while unitEnd > end, bytes[unitEnd - 1] <= UInt8(ascii: " ") { unitEnd -= 1 }
    if unitEnd == end { return value }
    return Self.units.first { equals($0.name, end..<unitEnd, bytes) }.map { value * $0.pixels }
  }

  /// Width and height, the third and fourth of its numbers.
  func viewBox(_ range: Range<Int>, _ bytes: Span<UInt8>) -> (width: Double, height: Double)? {
    var values: [Double] = []
    var index = range.lowerBound
    while values.count < 4, let (value, end) = number(from: index, before: range.upperBound, bytes) {
      values.append(value)
      index = end
      while index < range.upperBound, bytes[index] == UInt8(ascii: ",") || bytes[index] <= UInt8(ascii: " ") {
        index += 1
      }
    }
    return values.count == 4 && values[2] > 0 && values[3] > 0 ? (values[2], values[3]) : nil
  }

  /// CSS: an inch has 96 pixels.
  private static let units: [(name: StaticString, pixels: Double)] = [
    ("px", 1), ("pt", 96.0 / 72), ("pc", 16), ("in", 96), ("cm", 96 / 2.54), ("mm", 9.6 / 2.54),
    ("Q", 2.4 / 2.54),
  ]

  /// A decimal number with sign, fraction and exponent; the exponent's `e` must not be the `em` of a unit.
  private func number(from start: Int, before end: Int, _ bytes: Span<UInt8>) -> (value: Double, end: Int)? {
    var index = start
    while index < end, bytes[index] <= UInt8(ascii: " ") { index += 1 }
    let first = index
    func skipDigits() { while index < end, isDigit(bytes[index]) { index += 1 } }
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { index += 1 }
    skipDigits()
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      skipDigits()
    }
    if index + 1 < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      let sign = bytes[index + 1] == UInt8(ascii: "-") || bytes[index + 1] == UInt8(ascii: "+") ? 1 : 0
      if index + 1 + sign < end, isDigit(bytes[index + 1 + sign]) {
        index += 1 + sign
        skipDigits()
      }
    }
    let text = bytes.extracting(first..<index).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return Double(text).map { ($0, index) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
