/// Reading UTF-8 strictly: no overlong forms, no surrogates, nothing past U+10FFFF.
enum UTF8Reading {
  /// The scalar that begins at an index and its length in bytes; nil if there is none.
  @inline(__always)
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = length(of: first)
    guard length > 0, index + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return isValid(value, length: length) ? (value, length) : nil
  }

  /// How many bytes a sequence has that opens with this byte; 0 if none does.
  @inline(__always)
  static func length(of first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether a value may be written in so many bytes.
  @inline(__always)
  static func isValid(_ value: UInt32, length: Int) -> Bool {
    switch length {
    case 2: value >= 0x80
    case 3: value >= 0x800 && (value < 0xD800 || value > 0xDFFF)
    case 4: value >= 0x1_0000 && value < 0x11_0000
    default: length == 1
    }
  }

  /// All scalars of a run of valid UTF-8.
  static func scalars(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (scalar, length) = scalar(in: bytes, at: index) else { break }
      scalars.append(scalar)
      index += length
    }
    return scalars
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8; what is none, such as half a surrogate pair, becomes U+FFFD.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(scalar))
    case 0x80..<0x800:
      append(0xC0 | UInt8(scalar >> 6))
      append(0x80 | UInt8(scalar & 0x3F))
    case 0xD800...0xDFFF, 0x11_0000...: append(scalar: 0xFFFD)
    case 0x800..<0x1_0000:
      append(0xE0 | UInt8(scalar >> 12))
      append(0x80 | UInt8(scalar >> 6 & 0x3F))
      append(0x80 | UInt8(scalar & 0x3F))
    default:
      append(0xF0 | UInt8(scalar >> 18))
      append(0x80 | UInt8(scalar >> 12 & 0x3F))
      append(0x80 | UInt8(scalar >> 6 & 0x3F))
      append(0x80 | UInt8(scalar & 0x3F))
    }
  }
}
