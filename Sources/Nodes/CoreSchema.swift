/// What an unquoted scalar means: the core schema of YAML 1.2, decided on its bytes.
///
///     null     (nothing)  ~  null  Null  NULL
///     boolean  true  True  TRUE  false  False  FALSE          (yes, no, on, off are text)
///     integer  [-+]?[0-9]+   0o[0-7]+   0x[0-9a-fA-F]+         (1_000 and 1:30 are text)
///     number   [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?   [-+]?\.inf   \.nan
enum CoreSchema {
  static func kind(of lexeme: String) -> Node.Kind {
    guard let first = lexeme.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"): return isNull(lexeme) ? .null : .text
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return boolean(lexeme) == nil ? .text : .boolean
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return isInteger(lexeme) ? .integer : isDecimal(lexeme) || special(lexeme) != nil ? .number : .text
    default: return .text
    }
  }

  static func isNull(_ lexeme: String) -> Bool {
    switch lexeme {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  static func boolean(_ lexeme: String) -> Bool? {
    switch lexeme {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// Nil too for a whole number that does not fit.
  static func integer(_ lexeme: String) -> Int? {
    guard isInteger(lexeme) else { return nil }
    if lexeme.hasPrefix("0o") { return Int(lexeme.dropFirst(2), radix: 8) }
    if lexeme.hasPrefix("0x") { return Int(lexeme.dropFirst(2), radix: 16) }
    return Int(lexeme)
  }

  static func number(_ lexeme: String) -> Double? {
    if let special = special(lexeme) { return special }
    if isDecimal(lexeme) { return Double(trimmingPoint(lexeme)) }
    return integer(lexeme).map(Double.init)
  }

  static func isInteger(_ lexeme: String) -> Bool {
    var bytes = Array(lexeme.utf8)[...]
    if bytes.starts(with: "0o".utf8) {
      return bytes.count > 2 && bytes.dropFirst(2).allSatisfy { (48...55).contains($0) }
    }
    if bytes.starts(with: "0x".utf8) { return bytes.count > 2 && bytes.dropFirst(2).allSatisfy(isHexDigit) }
    dropSign(&bytes)
    return !bytes.isEmpty && bytes.allSatisfy(isDigit)
  }

  /// Tells whether it is a decimal number, with or without a fraction and an exponent.
  static func isDecimal(_ lexeme: String) -> Bool {
    var bytes = Array(lexeme.utf8)[...]
    dropSign(&bytes)
    let whole = dropDigits(&bytes)
    var fraction = 0
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = dropDigits(&bytes)
    }
    guard whole + fraction > 0 else { return false }
    guard let mark = bytes.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    bytes.removeFirst()
    dropSign(&bytes)
    return dropDigits(&bytes) > 0 && bytes.isEmpty
  }
}

extension CoreSchema {
  private static func special(_ lexeme: String) -> Double? {
    switch lexeme {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
    case "-.inf", "-.Inf", "-.INF": -.infinity
    case ".nan", ".NaN", ".NAN": .nan
    default: nil
    }
  }

  /// Swift reads no number like `1.` or `1.e3`; the point alone says nothing.
  private static func trimmingPoint(_ lexeme: String) -> String {
    var bytes = Array(lexeme.utf8)
    if let point = bytes.firstIndex(of: UInt8(ascii: ".")),
      point + 1 == bytes.count || !isDigit(bytes[point + 1])
    {
      bytes.remove(at: point)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func dropSign(_ bytes: inout ArraySlice<UInt8>) {
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  }

  private static func dropDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let digits = bytes.prefix(while: isDigit).count
    bytes.removeFirst(digits)
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 97 < 6 }
}
