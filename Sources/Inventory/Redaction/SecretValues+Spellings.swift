import Bytes

extension SecretValues {
  /// The ways a value may be written.
  static func spellings(of value: [UInt8]) -> [[UInt8]] {
    var text: [UInt8] = []
    text.append(htmlText: value.span)
    var markup: [UInt8] = []
    value.withUnsafeBufferPointer { markup.append(markupEscaping: $0) }
    var json: [UInt8] = []
    json.append(jsonString: String(decoding: value, as: UTF8.self))
    let plainJSON = json.dropFirst().dropLast()
    let urls = [percentEncoded(value, space: "%20"), percentEncoded(value, space: "+")]
    return [value, text, markup, Array(plainJSON)] + urls + base64Cores(value)
  }

  /// What of a value's base64 is the same whatever stands before and after it.
  ///
  /// Three bytes become four letters. With 0, 1 or 2 bytes before it the value falls three different ways; letters
  /// that also hold bits of its neighbours are left out:
  ///
  ///     hunter2   aHVudGVyM|g==     ?|h1bnRlcjI|?     ??|odW50ZXIy
  private static func base64Cores(_ value: [UInt8]) -> [[UInt8]] {
    (0..<3).compactMap { before in
      let bits = [UInt8](repeating: 0, count: before) + value
      let letters = base64(bits)
      let first = (before * 8 + 5) / 6
      let last = bits.count * 8 / 6
      let core = Array(letters[first..<max(first, last)])
      return core.count >= 8 ? core : nil
    }
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    var letters: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).reduce(0) { $0 << 8 | Int(start + $1 < bytes.count ? bytes[start + $1] : 0) }
      for shift in [18, 12, 6, 0] { letters.append(alphabet.utf8Start[group >> shift & 63]) }
    }
    return letters
  }

  private static func percentEncoded(_ value: [UInt8], space: StaticString) -> [UInt8] {
    let digits: StaticString = "0123456789ABCDEF"
    var out: [UInt8] = []
    for byte in value {
      if ByteKind.table[Int(byte)].contains(.token) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~")
      {
        out.append(byte)
      } else if byte == UInt8(ascii: " ") {
        out.append(space)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(digits.utf8Start[Int(byte >> 4)])
        out.append(digits.utf8Start[Int(byte & 15)])
      }
    }
    return out
  }
}
