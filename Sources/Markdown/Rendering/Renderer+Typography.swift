import Bytes

/// What the typographer remembers from one run of text to the next.
struct TypographyState {
  /// The last byte of the text before; a space at the start of a block.
  var last = UInt8(ascii: " ")
  /// What stands after the text: a letter for anything on the same line.
  var following = UInt8(ascii: " ")
  /// How many bytes of the next text were already understood and are not written.
  var skipped = 0
  /// How many quotes are open.
  var quotes = 0
}

extension Renderer {
  /// The bytes that need care: `" & ' - .`, the digits, `< >`.
  @inline(__always)
  private static func needCare(_ bytes: SixteenBytes) -> UInt16 {
    bytes.are(in: UInt8(ascii: "&")...UInt8(ascii: "'"))
      | bytes.are(in: UInt8(ascii: "-")...UInt8(ascii: "9"))
      | bytes.are(UInt8(ascii: "\"")) | bytes.are(UInt8(ascii: "<")) | bytes.are(UInt8(ascii: ">"))
  }

  /// Writes running text as Spanish typography wants it, and explains abbreviations.
  mutating func appendTypeset(_ bytes: Span<UInt8>) {
    if !abbreviations.isEmpty { return appendExplaining(bytes) }
    appendSet(bytes)
  }

  mutating func appendSet(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty else { return }
    if !session.options.typographer {
      out.append(htmlText: bytes)
      typography.last = bytes[bytes.count - 1]
      return
    }
    // A pointer for the loop that nearly all text passes through.
    bytes.withUnsafeBufferPointer { text in
      var clean = 0
      var index = 0
      while let place = text.next(from: index, where: Self.needCare) {
        let end = special(at: place, in: text, clean: clean)
        if end.written { clean = end.next }
        index = end.next
      }
      out.append(UnsafeBufferPointer(rebasing: text[clean...]))
      typography.last = text[text.count - 1]
    }
  }

  /// Handles one careful byte: writes what stands before it and its replacement, or leaves it to be copied.
  private mutating func special(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, clean: Int
  ) -> (next: Int, written: Bool) {
    let before = index > 0 ? text[index - 1] : typography.last
    let after = index + 1 < text.count ? text[index + 1] : typography.following
    var length = 1
    let replacement: StaticString
    switch text[index] {
    case UInt8(ascii: "&"): replacement = "&amp;"
    case UInt8(ascii: "<"): replacement = "&lt;"
    case UInt8(ascii: ">"): replacement = "&gt;"
    case UInt8(ascii: "\""): replacement = quote(before, after)
    case UInt8(ascii: "'"):
      guard isLetter(before), isLetter(after) else { return (index + 1, false) }
      replacement = "’"
    case UInt8(ascii: "/"): return (index + 1, false)
    case UInt8(ascii: "-"): return dashes(at: index, in: text, before, clean)
    case UInt8(ascii: "."):
      guard after == UInt8(ascii: "."), index + 2 < text.count, text[index + 2] == after else {
        return (index + 1, false)
      }
      if index + 3 < text.count, text[index + 3] == after {
        var end = index
        while end < text.count, text[end] == after { end += 1 }
        return (end, false)
      }
      (length, replacement) = (3, "…")
    default: return digits(at: index, in: text, before, clean)
    }
    out.append(UnsafeBufferPointer(rebasing: text[clean..<index]))
    out.append(replacement)
    return (index + length, true)
  }

  /// Chooses the mark for a quote: « » outside, “ ” inside.
  private mutating func quote(_ before: UInt8, _ after: UInt8) -> StaticString {
    let opens =
      isSpace(before) || "([{-/>".utf8.contains(before)
      || before >= 0x80 && !isSpace(after) && typography.quotes == 0 && !isLetterTail(before)
    if opens, !isSpace(after) {
      typography.quotes += 1
      return typography.quotes == 1 ? "«" : "“"
    }
    guard typography.quotes > 0 else { return "&quot;" }
    typography.quotes -= 1
    return typography.quotes == 0 ? "»" : "”"
  }

  private mutating func dashes(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, _ before: UInt8, _ clean: Int
  ) -> (next: Int, written: Bool) {
    var end = index
    while end < text.count, text[end] == UInt8(ascii: "-") { end += 1 }
    let after = end < text.count ? text[end] : UInt8(ascii: " ")
    let isBetween = isSpace(before) == isSpace(after) && before != UInt8(ascii: "-")
    let isRange = (48...57).contains(before) && (48...57).contains(after)
    switch end - index {
    case 3 where isBetween || isSpace(before): break
    case 2 where isRange || (isSpace(before) && isSpace(after)): break
    default: return (end, false)
    }
    out.append(UnsafeBufferPointer(rebasing: text[clean..<index]))
    out.append(end - index == 3 ? "—" : "–")
    return (end, true)
  }

  /// Joins a number with the unit or the thousands after it.
  private mutating func digits(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, _ before: UInt8, _ clean: Int
  ) -> (next: Int, written: Bool) {
    var end = index
    while end < text.count, (48...57).contains(text[end]) || (text[end] == UInt8(ascii: ",") && end > index) {
      end += 1
    }
    guard end + 1 < text.count, text[end] == UInt8(ascii: " "), !isLetter(before) else { return (end, false) }
    var word = end + 1
    while word < text.count,
      isLetter(text[word]) || (48...57).contains(text[word]) || text[word] == UInt8(ascii: "%")
    { word += 1 }
    let token = text[end + 1..<word]
    let isGroup = token.count == 3 && token.allSatisfy { (48...57).contains($0) } && end - index <= 3
    guard isGroup || Units.contains(token) else { return (end, false) }
    out.append(UnsafeBufferPointer(rebasing: text[clean..<end]))
    out.append("\u{A0}")
    return (end + 1, true)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether the last byte of a character is that of `¿ ¡ « —` rather than of a letter.
  private func isLetterTail(_ byte: UInt8) -> Bool {
    byte != 0xBF && byte != 0xA1 && byte != 0xAB && byte != 0x94
  }
}
