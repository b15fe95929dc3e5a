import Bytes

// Numbers with a fraction, written as Python writes them.

extension Double {
  /// The shortest digits that read back the same: `1.0`, `0.1`, `1e+20`, `inf`.
  var pythonText: String {
    if isNaN { return "nan" }
    if isInfinite { return self < 0 ? "-inf" : "inf" }
    if self == 0 { return sign == .minus ? "-0.0" : "0.0" }
    let (digits, exponent) = shortestDigits
    let body = Double.layOut(digits, exponent: exponent)
    return sign == .minus ? "-" + body : body
  }

  /// The digits without point or zeros around them, and the power of ten of the first one.
  private var shortestDigits: (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var power = 0
    let text = Array(magnitude.description.utf8)
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte)
      }
    }
    let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
    let exponent = (point ?? digits.count) + power - 1 - leading
    digits.removeFirst(leading)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }

  /// Python turns to exponents below 0.0001 and from 1e16 on.
  private static func layOut(_ digits: [UInt8], exponent: Int) -> String {
    let zero = UInt8(ascii: "0")
    var out: [UInt8] = []
    if exponent < -4 || exponent >= 16 {
      out.append(digits[0])
      if digits.count > 1 { out += [UInt8(ascii: ".")] + digits[1...] }
      out.append(text: exponent < 0 ? "e-" : "e+")
      if abs(exponent) < 10 { out.append(zero) }
      out.append(decimal: abs(exponent))
    } else if exponent < 0 {
      out = [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -exponent - 1) + digits
    } else if digits.count <= exponent + 1 {
      out = digits + Array(repeating: zero, count: exponent + 1 - digits.count)
      out.append(".0")
    } else {
      out = digits[...exponent] + [UInt8(ascii: ".")] + digits[(exponent + 1)...]
    }
    return String(decoding: out, as: UTF8.self)
  }
}
