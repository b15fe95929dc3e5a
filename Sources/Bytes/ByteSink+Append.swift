// Appending text to the one growing buffer that all output goes to.

extension ByteSink where Self: ~Copyable {
  /// Appends the UTF-8 of a literal, without building a string.
  ///
  /// A run costs an array eighty instructions and more, however short it is, and a byte ten: most literals are a sign or two.
  @inlinable @inline(__always)
  public mutating func append(_ literal: StaticString) {
    if literal.utf8CodeUnitCount <= 4 {
      for place in 0..<literal.utf8CodeUnitCount { append(literal.utf8Start[place]) }
      return
    }
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends the UTF-8 of a string.
  @inlinable
  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends one run of another buffer.
  @inlinable
  public mutating func append(run: Range<Int>, of bytes: Span<UInt8>) {
    bytes.extracting(run).withUnsafeBufferPointer { append($0) }
  }

  /// Appends an integer in decimal digits.
  @inlinable
  public mutating func append(decimal value: Int) {
    guard value >= 10 else {
      return value >= 0 ? append(UInt8(ascii: "0") &+ UInt8(value)) : append(text: String(value))
    }
    // The last digit is found first: to divide by ten takes the machine a tenth of dividing by what it does not know.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = digits.count
    var rest = value
    while rest > 0 {
      start -= 1
      digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    for place in start..<digits.count { append(digits[place]) }
  }
}
