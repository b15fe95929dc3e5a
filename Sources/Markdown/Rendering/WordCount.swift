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
  /// Works on sixteen bytes at once and without branches, because all of a site's text passes here and no processor
  /// foretells where its words begin.
  private static func words(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var count = 0
    var isOutside: UInt32 = 1
    var index = min(start, text.count)
    // Bits are counted for four steps together: that takes as long as a step.
    while index + 4 * SixteenBytes.count <= text.count {
      var begin: UInt64 = 0
      for step in 0..<4 {
        let next = beginning(in: SixteenBytes(text, at: index + step * SixteenBytes.count), &isOutside)
        begin |= UInt64(next) << UInt64(step * SixteenBytes.count)
      }
      count &+= begin.nonzeroBitCount
      index += 4 * SixteenBytes.count
    }
    for byte in text[index...] {
      let isWord = Scanner.isWord(byte)
      if isWord, isOutside != 0 { count += 1 }
      isOutside = byte <= UInt8(ascii: " ") ? 1 : isWord ? 0 : isOutside
    }
    return count
  }

  /// Where words begin, as bits.
  ///
  ///     text        a b _ ( c - d _      _ is a space
  ///     of words    1 1 0 0 1 1 1 0
  ///     of spaces   0 0 1 0 0 0 0 1
  ///     begin       1 0 0 0 1 0 0 0      behind a space, or behind other signs behind it
  @inline(__always)
  private static func beginning(in bytes: SixteenBytes, _ isOutside: inout UInt32) -> UInt32 {
    let letters = bytes.lowered.are(in: UInt8(ascii: "a")...UInt8(ascii: "z")) | bytes.are(from: 0x80)
    let digits = bytes.are(in: UInt8(ascii: "0")...UInt8(ascii: "9"))
    let ofWords = UInt32(letters | digits | bytes.are(UInt8(ascii: "-")) | bytes.are(UInt8(ascii: "_")))
    let ofSpaces = UInt32(bytes.are(below: 0x21))
    // A sum carries from the byte behind a space through all signs that are neither, to the byte behind them.
    let passed = ~(ofWords | ofSpaces) & 0xFFFF
    let behind = ofSpaces << 1 | isOutside
    let sum = passed &+ (behind & passed)
    isOutside = (ofSpaces >> 15) | (sum >> 16)
    return ofWords & (behind | sum)
  }
}
