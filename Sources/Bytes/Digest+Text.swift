extension Digest {
  /// Sixteen digits, as file names and records hold it.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension [UInt8] {
  /// Appends a number in sixteens, without zeros before it.
  public mutating func append(hex value: UInt64) {
    var shift = 60 - value.leadingZeroBitCount / 4 * 4
    while shift >= 0 {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 0xF
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      shift -= 4
    }
    if value == 0 { append(UInt8(ascii: "0")) }
  }
}
