import Bytes

/// Counts the words of a text that grows, each stretch once.
///
/// A word is a run of bytes that starts with a letter or a digit, set apart by white space; a stretch must begin behind
/// white space, as blocks do.
struct WordCount {
  private(set) var words = 0
  /// Up to where the text is counted or passed over.
  private var end = 0

  /// Counts what was added to the text.
  mutating func count(_ text: borrowing OutputBuffer) {
    words += text.withBytes { Self.words(in: $0, from: end) }
    end = text.count
  }

  /// Passes over what was added to the text.
  mutating func skip(_ text: borrowing OutputBuffer) { end = text.count }
}

extension WordCount {
  /// Works on eight bytes at once and without branches, because all of a site's text passes here and no processor
  /// foretells where its words begin.
  ///
  ///     text        a b _ ( c - d _      _ is a space
  ///     of words    1 1 0 0 1 1 1 0
  ///     of spaces   0 0 1 0 0 0 0 1
  ///     begin       1 0 0 0 1 0 0 0      behind a space, or behind other signs behind it
  private static func words(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var count = 0
    var isOutside: UInt64 = 1
    var index = min(start, text.count)
    while index + 8 <= text.count {
      let eight = EightBytes(text, at: index)
      let letters = eight.lowered.are(in: UInt8(ascii: "a")...UInt8(ascii: "z"))
      let digits = eight.are(in: UInt8(ascii: "0")...UInt8(ascii: "9"))
      let lines = eight.are(UInt8(ascii: "-")) | eight.are(UInt8(ascii: "_"))
      // From here on the lowest bit of each byte tells.
      let ofWords = (letters | digits | lines | eight.are(from: 0x80)) >> 7
      let ofSpaces = eight.are(below: 0x21) >> 7
      // A sum carries from the byte behind a space through all signs that are neither, to the byte behind them.
      let passed = ~((ofWords | ofSpaces) &* 0xFF)
      let behind = ofSpaces << 8 | isOutside
      let (sum, overflow) = passed.addingReportingOverflow(behind & passed)
      let begin = ofWords & (behind | sum)
      count &+= Int(truncatingIfNeeded: (begin &* 0x0101_0101_0101_0101) >> 56)
      isOutside = ofSpaces >> 56 | (overflow ? 1 : 0)
      index += 8
    }
    for byte in text[index...] {
      let isWord = Scanner.isWord(byte)
      if isWord, isOutside != 0 { count += 1 }
      isOutside = byte <= UInt8(ascii: " ") ? 1 : isWord ? 0 : isOutside
    }
    return count
  }
}
