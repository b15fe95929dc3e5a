/// A number with the unit after it, as people and Kubernetes write them: `16 GiB`, `16Gi`, `1,5 TB`, `500m`, `1e9`.
struct Measure {
  /// The digits without their separator.
  let digits: Int
  /// How many of the digits stand after the point or comma.
  let decimals: Int
  let unit: String

  /// Nil when it does not begin with a number.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 &- 48 >= 10 && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    let number = bytes[..<(end ?? bytes.count)]
    let parts = number.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, parts.last?.isEmpty == false,
      let digits = Int(String(decoding: parts.joined(), as: UTF8.self))
    else { return nil }
    self.digits = digits
    decimals = parts.count == 2 ? parts[1].count : 0
    unit = String(decoding: bytes[number.endIndex...], as: UTF8.self).trimmingBlanks
  }

  /// The number times a factor, rounded to the nearest whole; nil when that does not fit.
  func whole(times factor: Int, over divisor: Int = 1) -> Int? {
    var scale = UInt(divisor)
    for _ in 0..<decimals {
      let (next, overflows) = scale.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      scale = next
    }
    let product = UInt(digits).multipliedFullWidth(by: UInt(factor))
    guard product.high < scale else { return nil }
    let (quotient, remainder) = scale.dividingFullWidth(product)
    guard quotient < Int.max else { return nil }
    return Int(quotient) + (remainder >= scale - scale / 2 ? 1 : 0)
  }
}

extension String {
  /// The text without the blanks around it; a no-break space is one too.
  fileprivate var trimmingBlanks: String {
    let scalars = unicodeScalars.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    let end = scalars.lastIndex { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    return end.map { String(String.UnicodeScalarView(scalars[...$0])) } ?? ""
  }
}

extension Int {
  /// A power of ten or of 1024.
  static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }
}
