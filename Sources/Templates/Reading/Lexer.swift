/// Cuts a template into tokens, deciding what whitespace control leaves of the text between the tags.
struct Lexer {
  let bytes: [UInt8]
  let syntax: Syntax
  var position = 0
  var tokens: [Token] = []
  /// Brackets that stand open inside a tag, so that `}}` may close two dicts.
  var brackets: [(sign: UInt8, at: Int)] = []
  /// Where the running text starts that is not yet a token.
  private var textStart = 0
  private let end: Int

  init(_ bytes: [UInt8], syntax: Syntax) {
    self.bytes = bytes
    self.syntax = syntax
    let newline = UInt8(ascii: "\n")
    end = !syntax.keepsTrailingNewline && bytes.last == newline ? bytes.count - 1 : bytes.count
  }

  var limit: Int { end }

  mutating func tokenize() throws(Fault) -> [Token] {
    while position < end {
      if try readLineSyntax() { continue }
      guard byte(0) == UInt8(ascii: "{"), let opener = byte(1) else {
        position += 1
        continue
      }
      switch opener {
      case UInt8(ascii: "{"): try readTag(.outputBegin, .outputEnd)
      case UInt8(ascii: "%"): try readBlock()
      case UInt8(ascii: "#"): try skipComment()
      default: position += 1
      }
    }
    addText(upTo: end)
    tokens.append(Token(kind: .end, text: "", range: end..<end))
    return tokens
  }

  func byte(_ offset: Int) -> UInt8? { position + offset < end ? bytes[position + offset] : nil }

  mutating func add(_ kind: Token.Kind, _ text: String, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, text: text, range: range))
  }
}

extension Lexer {
  /// Ends the running text before a tag, as the sign after the tag's opening asks.
  private mutating func closeText(isBlock: Bool) -> Int {
    let start = position
    var textEnd = start
    position += 2
    switch byte(0) {
    case UInt8(ascii: "-"):
      position += 1
      textEnd = beforeSpace(textEnd)
    case UInt8(ascii: "+"): position += 1
    default: if isBlock, syntax.stripsIndentation { textEnd = beforeIndentation(textEnd) }
    }
    addText(upTo: textEnd)
    return start
  }

  private mutating func addText(upTo textEnd: Int) {
    if textEnd > textStart { add(.text, "", textStart..<textEnd) }
  }

  private func beforeSpace(_ index: Int) -> Int {
    var index = index
    while index > textStart, bytes[index - 1].isSpace { index -= 1 }
    return index
  }

  private func beforeIndentation(_ index: Int) -> Int {
    var start = index
    while start > textStart, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") {
      start -= 1
    }
    return start == 0 || bytes[start - 1] == UInt8(ascii: "\n") ? start : index
  }

  mutating func skipSpace() {
    while let next = byte(0), next.isSpace { position += 1 }
  }

  /// After a tag: `-` eats the space that follows, `trim_blocks` one line end.
  mutating func finishTag(sign: UInt8?, isBlock: Bool) {
    if sign == UInt8(ascii: "-") {
      skipSpace()
    } else if isBlock, sign == nil, syntax.trimsBlocks, byte(0) == UInt8(ascii: "\n") {
      position += 1
    }
    textStart = position
  }

  private mutating func readTag(_ begin: Token.Kind, _ close: Token.Kind) throws(Fault) {
    let start = closeText(isBlock: begin == .blockBegin)
    add(begin, "", start..<position)
    try readInside(close, from: start)
  }

  private mutating func readBlock() throws(Fault) {
    let mark = position
    skipOpening()
    guard skipWord("raw"), let sign = blockClose() else {
      position = mark
      return try readTag(.blockBegin, .blockEnd)
    }
    closeText(at: mark, resumingAt: position)
    finishTag(sign: sign.first, isBlock: false)
    try readRaw(from: mark)
  }

  private mutating func skipOpening() {
    position += 2
    if byte(0) == UInt8(ascii: "-") || byte(0) == UInt8(ascii: "+") { position += 1 }
  }

  /// Ends the running text before a tag that was read ahead.
  private mutating func closeText(at mark: Int, resumingAt after: Int) {
    position = mark
    _ = closeText(isBlock: true)
    position = after
  }

  /// Skips space, one word and space; false when the word is another.
  private mutating func skipWord(_ word: StaticString) -> Bool {
    skipSpace()
    for index in 0..<word.utf8CodeUnitCount where byte(index) != word.utf8Start[index] { return false }
    position += word.utf8CodeUnitCount
    skipSpace()
    return true
  }

  /// Reads `%}` with an optional sign; gives the sign as an array of none or one.
  private mutating func blockClose() -> [UInt8]? {
    var sign: [UInt8] = []
    if let next = byte(0), next == UInt8(ascii: "-") || next == UInt8(ascii: "+") {
      sign = [next]
      position += 1
    }
    guard byte(0) == UInt8(ascii: "%"), byte(1) == UInt8(ascii: "}") else { return nil }
    position += 2
    return sign
  }

  private mutating func readRaw(from start: Int) throws(Fault) {
    while position < end {
      if byte(0) == UInt8(ascii: "{"), byte(1) == UInt8(ascii: "%") {
        let mark = position
        skipOpening()
        if skipWord("endraw"), let sign = blockClose() {
          closeText(at: mark, resumingAt: position)
          finishTag(sign: sign.first, isBlock: true)
          return
        }
        position = mark
      }
      position += 1
    }
    throw Fault(.unclosed("raw"), at: start..<min(start + 2, end))
  }

  private mutating func skipComment() throws(Fault) {
    let start = closeText(isBlock: true)
    while position < end {
      if byte(0) == UInt8(ascii: "#"), byte(1) == UInt8(ascii: "}") {
        let sign = position > start + 2 ? bytes[position - 1] : 0
        position += 2
        let isSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        finishTag(sign: isSign ? sign : nil, isBlock: true)
        return
      }
      position += 1
    }
    throw Fault(.unclosedComment, at: start..<start + 2)
  }
}

extension Lexer {
  /// Reads a line statement or skips a line comment, where the syntax has them.
  private mutating func readLineSyntax() throws(Fault) -> Bool {
    guard syntax.lineStatement != nil || syntax.lineComment != nil else { return false }
    if let prefix = syntax.lineComment, starts(with: prefix) {
      let atStart = beforeIndentation(position)
      addText(
        upTo: atStart == 0 || bytes[atStart - 1] == UInt8(ascii: "\n") ? atStart : beforeBlanks(position))
      while let next = byte(0), next != UInt8(ascii: "\n") { position += 1 }
      textStart = position
      return true
    }
    guard let prefix = syntax.lineStatement, starts(with: prefix) else { return false }
    let lineStart = beforeIndentation(position)
    guard lineStart == 0 || bytes[lineStart - 1] == UInt8(ascii: "\n") else { return false }
    addText(upTo: lineStart)
    let start = position
    position += prefix.utf8.count
    add(.blockBegin, "", start..<position)
    try readInside(.blockEnd, from: start, isLine: true)
    return true
  }

  private func beforeBlanks(_ index: Int) -> Int {
    var index = index
    while index > textStart, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") {
      index -= 1
    }
    return index
  }

  private func starts(with prefix: String) -> Bool {
    position + prefix.utf8.count <= end
      && bytes[position..<position + prefix.utf8.count].elementsEqual(prefix.utf8)
  }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (self >= 9 && self <= 13) }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isNameStart: Bool {
    (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z"))
      || (self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z"))
      || self == UInt8(ascii: "_") || self >= 0x80
  }
}
