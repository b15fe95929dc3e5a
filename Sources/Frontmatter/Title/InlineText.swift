import Bytes

/// The plain text of one line of inline Markdown, as a page's title shows it.
///
///     Uso de **k9s** y [`kubectl`](https://kubernetes.io) {#uso}   →   Uso de k9s y kubectl
///
/// Marks of emphasis are dropped where they come in pairs; links and images leave their text, HTML tags and a trailing
/// attribute list leave nothing.
struct InlineText {
  private var output: [UInt8] = []
  /// Marks of emphasis in `output` that wait for their partner.
  private var openers: [Opener] = []
  /// Runs of `output` that turned out to be marks.
  private var marks: [Range<Int>] = []

  private struct Opener {
    let byte: UInt8
    let range: Range<Int>
  }

  /// So many marks may be open at once; a title that nests more is no title, and searching them would take long.
  private static let mostOpeners = 32

  /// Reduces a range of a text to the words that a reader sees.
  static func reduce(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    let range = withoutAttributes(range, of: bytes)
    if range.allSatisfy({ !isSpecial(bytes[$0]) }) { return bytes.text(of: range) }
    var text = InlineText()
    text.read(range, of: bytes)
    return text.finished()
  }

  mutating func append(_ byte: UInt8) { output.append(byte) }
}

extension InlineText {
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"),
      .lineFeed, .carriageReturn, UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  /// Drops a trailing `{#id .class}`.
  private static func withoutAttributes(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    let text = bytes.stripped(range)
    guard let last = text.last, bytes[last] == UInt8(ascii: "}") else { return text }
    var start = last
    while start > text.lowerBound, bytes[start] != UInt8(ascii: "{") { start -= 1 }
    var inside = start + 1
    while inside < last, bytes[inside] == UInt8(ascii: ":") || bytes[inside].isBlank { inside += 1 }
    guard bytes[start] == UInt8(ascii: "{"), inside < last,
      bytes[inside] == UInt8(ascii: "#") || bytes[inside] == UInt8(ascii: ".")
    else { return text }
    return bytes.stripped(text.lowerBound..<start)
  }

  private mutating func read(_ range: Range<Int>, of bytes: Span<UInt8>) {
    output.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"): index = readEscape(at: index, in: range, of: bytes)
      case UInt8(ascii: "`"): index = readCode(at: index, in: range, of: bytes)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "="):
        index = readMarks(at: index, in: range, of: bytes)
      case UInt8(ascii: "!"), UInt8(ascii: "["): index = readLink(at: index, in: range, of: bytes)
      case UInt8(ascii: "]"): index = readLinkEnd(at: index, in: range, of: bytes)
      case UInt8(ascii: "<"): index = readTag(at: index, in: range, of: bytes)
      case UInt8(ascii: "&"): index = readEntity(at: index, in: range, of: bytes)
      case .lineFeed, .carriageReturn, UInt8(ascii: "\t"):
        output.append(UInt8(ascii: " "))
        index += 1
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  /// A backslash makes the next ASCII punctuation text.
  private mutating func readEscape(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let next = index + 1
    guard next < range.upperBound, bytes[next] > 0x20, bytes[next] < 0x7F, !bytes[next].isLetter,
      !bytes[next].isDigit
    else {
      output.append(bytes[index])
      return next
    }
    output.append(bytes[next])
    return next + 1
  }

  /// The content of a code span is text as it stands.
  private mutating func readCode(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let open = run(of: UInt8(ascii: "`"), at: index, before: range.upperBound, in: bytes)
    var close = open.upperBound
    while close < range.upperBound {
      guard bytes[close] == UInt8(ascii: "`") else {
        close += 1
        continue
      }
      let end = run(of: UInt8(ascii: "`"), at: close, before: range.upperBound, in: bytes)
      if end.count == open.count {
        output.append(run: bytes.trimmed(open.upperBound..<close), of: bytes)
        return end.upperBound
      }
      close = end.upperBound
    }
    output.append(run: open, of: bytes)
    return open.upperBound
  }

  /// Pairs marks of emphasis; those without a partner, between spaces or (for `_`) inside a word, stay text.
  private mutating func readMarks(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let byte = bytes[index]
    let marks = run(of: byte, at: index, before: range.upperBound, in: bytes)
    let before: UInt8 = marks.lowerBound > range.lowerBound ? bytes[marks.lowerBound - 1] : UInt8(ascii: " ")
    let after: UInt8 = marks.upperBound < range.upperBound ? bytes[marks.upperBound] : UInt8(ascii: " ")
    let written = output.count..<output.count + marks.count
    output.append(run: marks, of: bytes)
    let isInWord = byte == UInt8(ascii: "_") && Self.isWord(before) && Self.isWord(after)
    let isDouble = byte == UInt8(ascii: "~") || byte == UInt8(ascii: "=")
    guard !isInWord, !isDouble || marks.count == 2 else { return marks.upperBound }
    if !before.isSpace,
      let opener = openers.lastIndex(where: { $0.byte == byte && $0.range.count == marks.count })
    {
      self.marks.append(openers[opener].range)
      self.marks.append(written)
      openers.removeSubrange(opener...)
    } else if !after.isSpace, openers.count < Self.mostOpeners {
      openers.append(Opener(byte: byte, range: written))
    }
    return marks.upperBound
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

  /// Opens the text of a link or an image, when an address follows its end.
  private mutating func readLink(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let bracket = bytes[index] == UInt8(ascii: "!") ? index + 1 : index
    guard bracket < range.upperBound, bytes[bracket] == UInt8(ascii: "["), openers.count < Self.mostOpeners
    else {
      output.append(bytes[index])
      return index + 1
    }
    let written = output.count..<output.count + bracket + 1 - index
    output.append(run: index..<bracket + 1, of: bytes)
    openers.append(Opener(byte: UInt8(ascii: "["), range: written))
    return bracket + 1
  }

  /// Ends a link: `](address)` or `][reference]` is dropped together with its opening bracket.
  private mutating func readLinkEnd(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let next = index + 1
    let opener = openers.lastIndex { $0.byte == UInt8(ascii: "[") }
    let closing: UInt8? =
      switch next < range.upperBound ? bytes[next] : 0 {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: nil
      }
    guard let opener, let closing, let end = match(closing, from: next, before: range.upperBound, in: bytes)
    else {
      if let opener { openers.remove(at: opener) }
      output.append(bytes[index])
      return next
    }
    marks.append(openers[opener].range)
    openers.removeSubrange(opener...)
    return end + 1
  }

  /// Finds the bracket that closes the one at `start`.
  private func match(_ closing: UInt8, from start: Int, before end: Int, in bytes: Span<UInt8>) -> Int? {
    var depth = 0
    for index in start..<end {
      if bytes[index] == bytes[start] { depth += 1 }
      if bytes[index] == closing { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Drops an HTML tag or comment; an address in angle brackets leaves the address.
  private mutating func readTag(at index: Int, in range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let next = index + 1
    let opens =
      next < range.upperBound
      && (bytes[next].isLetter || bytes[next] == UInt8(ascii: "/") || bytes[next] == UInt8(ascii: "!"))
    guard opens, let close = (next..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ">") }) else {
      output.append(bytes[index])
      return next
    }
    let inside = next..<close
    if inside.contains(where: { bytes[$0] == UInt8(ascii: ":") }),
      !inside.contains(where: { bytes[$0].isSpace })
    {
      output.append(run: inside, of: bytes)
    }
    return close + 1
  }

  private func run(of byte: UInt8, at start: Int, before end: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    return start..<index
  }

  /// Puts the text together without its marks.
  private func finished() -> String {
    var text: [UInt8] = []
    text.reserveCapacity(output.count)
    var clean = 0
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text.append(contentsOf: output[clean..<mark.lowerBound])
      clean = mark.upperBound
    }
    text.append(contentsOf: output[clean...])
    let kept = text.span.stripped(0..<text.count)
    return text.span.text(of: kept)
  }
}
