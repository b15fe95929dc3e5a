// Inside a tag: names, numbers, strings and signs.

extension Lexer {
  /// Reads tokens up to the closing delimiter.
  mutating func readInside(_ close: Token.Kind, from start: Int, isLine: Bool = false) throws(Fault) {
    brackets = []
    while true {
      if isLine ? endsLine() : endsTag(close) { return }
      guard let next = byte(0), position < limit else {
        if let open = brackets.last {
          throw Fault(.unclosedBracket(String(UnicodeScalar(open.sign))), at: open.at..<open.at + 1)
        }
        throw Fault(close == .outputEnd ? .unclosedOutput : .unclosedBlock, at: start..<start + 2)
      }
      if next.isSpace { position += 1 } else { try readToken(next) }
    }
  }

  private mutating func endsTag(_ close: Token.Kind) -> Bool {
    guard brackets.isEmpty else { return false }
    let first = close == .outputEnd ? UInt8(ascii: "}") : UInt8(ascii: "%")
    var sign: UInt8?
    var width = 0
    if let next = byte(0), next == UInt8(ascii: "-") || (next == UInt8(ascii: "+") && close == .blockEnd) {
      sign = next
      width = 1
    }
    guard byte(width) == first, byte(width + 1) == UInt8(ascii: "}") else { return false }
    add(close, "", position..<position + width + 2)
    position += width + 2
    finishTag(sign: sign, isBlock: close == .blockEnd)
    return true
  }

  private mutating func endsLine() -> Bool {
    while byte(0) == UInt8(ascii: " ") || byte(0) == UInt8(ascii: "\t") { position += 1 }
    guard brackets.isEmpty, byte(0) == nil || byte(0) == UInt8(ascii: "\n") else { return false }
    add(.blockEnd, "", position..<position)
    if byte(0) != nil { position += 1 }
    finishTag(sign: UInt8(ascii: "+"), isBlock: true)
    return true
  }

  private mutating func readToken(_ first: UInt8) throws(Fault) {
    if first.isNameStart {
      let start = position
      while let next = byte(0), next.isNameStart || next.isDigit { position += 1 }
      add(.name, String(decoding: bytes[start..<position], as: UTF8.self), start..<position)
    } else if first.isDigit {
      readNumber()
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      try readString(first)
    } else {
      try readSign(first)
    }
  }

  private mutating func skipDigits() {
    while let next = byte(0), next.isDigit || (next == UInt8(ascii: "_") && (byte(1)?.isDigit ?? false)) {
      position += 1
    }
  }

  private mutating func readNumber() {
    let start = position
    if byte(0) == UInt8(ascii: "0"), let base = byte(1), "xXoObB".utf8.contains(base) {
      position += 2
      while let next = byte(0), next.isNameStart || next.isDigit { position += 1 }
      add(.integer, String(decoding: bytes[start..<position], as: UTF8.self), start..<position)
      return
    }
    skipDigits()
    let followsDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    let isFloat = !followsDot && skipFraction()
    let digits = String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    add(isFloat ? .float : .integer, digits, start..<position)
  }

  private mutating func skipFraction() -> Bool {
    let start = position
    if byte(0) == UInt8(ascii: "."), byte(1)?.isDigit ?? false {
      position += 1
      skipDigits()
    }
    if byte(0) == UInt8(ascii: "e") || byte(0) == UInt8(ascii: "E") {
      let signed = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
      if byte(signed ? 2 : 1)?.isDigit ?? false {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    return position > start
  }

  private mutating func readSign(_ first: UInt8) throws(Fault) {
    let start = position
    let pair = byte(1).map { String(UnicodeScalar(first)) + String(UnicodeScalar($0)) }
    if let pair, ["//", "**", "==", "!=", ">=", "<="].contains(pair) {
      position += 2
      return add(.sign, pair, start..<position)
    }
    guard "+-*/%~|.,:;<>=()[]{}".utf8.contains(first) else {
      let letter = String(decoding: bytes[start..<start + 1], as: UTF8.self)
      throw Fault(.unexpectedCharacter(letter), at: start..<start + 1)
    }
    position += 1
    try balance(first, at: start)
    add(.sign, String(UnicodeScalar(first)), start..<position)
  }

  private mutating func balance(_ sign: UInt8, at start: Int) throws(Fault) {
    let open: UInt8
    switch sign {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return brackets.append((sign, start))
    case UInt8(ascii: ")"): open = UInt8(ascii: "(")
    case UInt8(ascii: "]"): open = UInt8(ascii: "[")
    case UInt8(ascii: "}"): open = UInt8(ascii: "{")
    default: return
    }
    guard brackets.popLast()?.sign == open else {
      throw Fault(.unexpectedBracket(String(UnicodeScalar(sign))), at: start..<start + 1)
    }
  }
}
