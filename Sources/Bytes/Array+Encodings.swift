// Bytes written as text: hexadecimal and base 64.

extension [UInt8] {
  /// The bytes as lower-case hexadecimal digits.
  public var hexadecimal: String {
    String(unsafeUninitializedCapacity: count * 2) { text in
      for (index, byte) in enumerated() {
        text[index * 2] = Self.digits[Int(byte >> 4)]
        text[index * 2 + 1] = Self.digits[Int(byte & 15)]
      }
      return count * 2
    }
  }

  /// The bytes in base 64, padded.
  public var base64: String {
    var text: [UInt8] = []
    text.reserveCapacity((count + 2) / 3 * 4)
    var index = 0
    while index < count {
      let group = Self.group(of: self, at: index)
      let written = Swift.min(3, count - index) + 1
      for place in 0..<4 {
        text.append(
          place < written ? Self.alphabet[Int(group >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Three bytes as 24 bits; what is missing at the end is zero.
  private static func group(of bytes: [UInt8], at index: Int) -> UInt32 {
    (0..<3).reduce(0) { group, place in
      group << 8 | (index + place < bytes.count ? UInt32(bytes[index + place]) : 0)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
