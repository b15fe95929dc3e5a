/// The decimal digits of a number, before and after the point, without its sign.
struct Decimal: Sendable {
  /// At least one digit.
  private(set) var whole: [UInt8]
  private(set) var fraction: [UInt8]

  /// Takes the shortest digits that mean the number, which must be finite.
  init(_ number: Double) {
    // Swift prints the shortest: `12.5`, `1e-07`, `1.5e+20`.
    let parts = number.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].split(separator: UInt8(ascii: "."))
    let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) ?? 0 : 0
    var digits = mantissa.flatMap { Array($0) }
    var point = mantissa[0].count + exponent
    if point <= 0 {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: 1 - point), at: 0)
      point = 1
    }
    while digits.count < point { digits.append(UInt8(ascii: "0")) }
    whole = Array(digits[..<point])
    fraction = Array(digits[point...])
  }

  var isZero: Bool { (whole + fraction).allSatisfy { $0 == UInt8(ascii: "0") } }

  /// The same with so many decimals, a half rounded up.
  func rounded(to decimals: Int) -> Decimal {
    let decimals = max(decimals, 0)
    guard fraction.count > decimals else { return self }
    var digits = whole + fraction[..<decimals]
    if fraction[decimals] >= UInt8(ascii: "5") {
      var index = digits.count - 1
      while index >= 0, digits[index] == UInt8(ascii: "9") {
        digits[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
    }
    var result = self
    result.whole = Array(digits.dropLast(decimals))
    result.fraction = Array(digits.suffix(decimals))
    return result
  }
}
