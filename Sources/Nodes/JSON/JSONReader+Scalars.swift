extension JSONReader {
  /// Reads `true`, `false` or `null`.
  mutating func word(in bytes: Span<UInt8>) throws(JSONProblem) -> Node {
    let start = offset
    let lexeme = self.lexeme(in: bytes)
    guard ["true", "false", "null"].contains(lexeme) else {
      throw JSONProblem(.unknownWord(lexeme), start..<max(offset, start + 1))
    }
    return Node(.scalar(lexeme, isPlain: true), range: start..<offset)
  }

  /// Reads a number; its characters are kept.
  mutating func number(in bytes: Span<UInt8>) throws(JSONProblem) -> Node {
    let start = offset
    let lexeme = self.lexeme(in: bytes)
    guard Self.isNumber(lexeme) else { throw JSONProblem(.malformedNumber(lexeme), start..<offset) }
    return Node(.scalar(lexeme, isPlain: true), range: start..<offset)
  }

  /// Tells whether a lexeme is a number by JSON's own rules: no `+`, no leading zero, digits around the point.
  static func isNumber(_ lexeme: String) -> Bool {
    var digits = lexeme.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard let first = digits.first, first &- 48 < 10, CoreSchema.isDecimal(lexeme) else { return false }
    if first == 48, let second = digits.dropFirst().first, second &- 48 < 10 { return false }
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return true }
    return digits[digits.index(after: point)...].first.map { $0 &- 48 < 10 } ?? false
  }

  /// Everything up to the next blank or mark.
  private mutating func lexeme(in bytes: Span<UInt8>) -> String {
    let start = offset
    loop: while offset < end {
      switch bytes[offset] {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"),
        UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
        break loop
      default: offset += 1
      }
    }
    if start == offset { offset = min(offset + 1, end) }
    return bytes.extracting(start..<offset).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension JSONReader {
  /// Reads a text with its quotes: clean runs are taken whole between the escapes.
  mutating func text(in bytes: Span<UInt8>) throws(JSONProblem) -> String {
    let start = offset
    offset += 1
    var result = ""
    var clean = offset
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        result += try run(clean..<offset, in: bytes)
        offset += 1
        return result
      case UInt8(ascii: "\\"):
        result += try run(clean..<offset, in: bytes)
        result.unicodeScalars.append(try escape(in: bytes))
        clean = offset
      case 0..<0x20:
        let isLineEnd = bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
        guard !isLineEnd else { throw JSONProblem(.unclosedText, start..<start + 1) }
        throw JSONProblem(.controlCharacter(bytes[offset]), offset..<offset + 1)
      default: offset += 1
      }
    }
    throw JSONProblem(.unclosedText, start..<start + 1)
  }

  private func run(_ range: Range<Int>, in bytes: Span<UInt8>) throws(JSONProblem) -> String {
    let text = bytes.extracting(range).withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
    guard let text else { throw JSONProblem(.invalidUTF8, range) }
    return text
  }

  private mutating func escape(in bytes: Span<UInt8>) throws(JSONProblem) -> Unicode.Scalar {
    let start = offset
    offset += 2
    switch start + 1 < end ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode(from: start, in: bytes)
    default: throw JSONProblem(.unknownEscape, start..<min(start + 2, end))
    }
  }

  /// Reads the digits of `\uXXXX`, and of the second half that must follow a first half of a surrogate pair.
  private mutating func unicode(from start: Int, in bytes: Span<UInt8>) throws(JSONProblem) -> Unicode.Scalar
  {
    let unit = try hex(from: start, in: bytes)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let hasSecond =
      unit < 0xDC00 && offset + 1 < end && bytes[offset] == UInt8(ascii: "\\")
      && bytes[offset + 1] == UInt8(ascii: "u")
    guard hasSecond else { throw JSONProblem(.loneSurrogate, start..<offset) }
    offset += 2
    let second = try hex(from: offset - 2, in: bytes)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONProblem(.loneSurrogate, start..<start + 6) }
    return scalar
  }

  private mutating func hex(from start: Int, in bytes: Span<UInt8>) throws(JSONProblem) -> UInt32 {
    var unit: UInt32 = 0
    for index in offset..<offset + 4 {
      let byte = index < end ? bytes[index] : 0
      guard let digit = Self.hexDigit(byte) else {
        throw JSONProblem(.unknownEscape, start..<min(index, end))
      }
      unit = unit << 4 | digit
    }
    offset += 4
    return unit
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 55
    default: nil
    }
  }
}
