/// A way to write dates in CLDR's letters, read once and used for many pages: `d 'de' MMMM 'de' y`.
///
/// Letters: `y yy yyyy` year, `M MM MMM MMMM MMMMM` month (`L` the same), `d dd` day, `D DDD` day of the year,
/// `E EEE EEEE EEEEE` weekday (`c` the same), `Y` and `w ww` ISO week's year and week, `H HH k h hh` hour, `m mm`,
/// `s ss`, `S…` fraction, `a` half of the day, `Z` +0200, `x…`/`X…` offset (`X` writes Z for UTC). Text stands between
/// apostrophes, `''` is an apostrophe, and whatever is no letter is itself. Any other letter is refused.
public struct DatePattern: Sendable, Hashable {
  /// What the author wrote.
  public let text: String
  let pieces: [Piece]

  /// Reads a pattern.
  public init(_ text: String) throws(DatePatternError) {
    self.text = text
    pieces = try Self.pieces(of: Array(text.utf8))
  }

  /// A stretch of text, or a letter with how often it is repeated.
  enum Piece: Sendable, Hashable {
    case text([UInt8])
    case field(UInt8, width: Int)
  }
}

/// What keeps a date pattern from being understood.
public enum DatePatternError: Error, Hashable, Sendable {
  /// A letter that means nothing here, and where it stands in the pattern's UTF-8.
  case unknownLetter(Character, offset: Int)
  /// A letter repeated more often than it has forms.
  case tooLong(Character, count: Int, offset: Int)
  /// A `%Y` of another language of patterns, which here would pass for a sign and a week's year.
  case percentLetter(Character, offset: Int)
  /// An apostrophe that none closes.
  case unclosedText(offset: Int)
}

extension DatePattern {
  private static func pieces(of bytes: [UInt8]) throws(DatePatternError) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "'") {
        index = try readQuoted(from: index, in: bytes, into: &text)
      } else if isLetter(byte) {
        let start = index
        while index < bytes.count, bytes[index] == byte { index += 1 }
        if start > 0, bytes[start - 1] == UInt8(ascii: "%") {
          throw .percentLetter(Character(Unicode.Scalar(byte)), offset: start - 1)
        }
        try check(byte, width: index - start, offset: start)
        if !text.isEmpty { pieces.append(.text(text)) }
        text = []
        pieces.append(.field(byte, width: index - start))
      } else {
        text.append(byte)
        index += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// Reads `'text'` or `''` that begins at an apostrophe; the answer is where it ends.
  private static func readQuoted(
    from start: Int, in bytes: [UInt8], into text: inout [UInt8]
  ) throws(DatePatternError) -> Int {
    let quote = UInt8(ascii: "'")
    var index = start + 1
    if index < bytes.count, bytes[index] == quote {
      text.append(quote)
      return index + 1
    }
    while index < bytes.count {
      if bytes[index] != quote {
        text.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == quote {
        text.append(quote)
        index += 2
      } else {
        return index + 1
      }
    }
    throw .unclosedText(offset: start)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func check(_ letter: UInt8, width: Int, offset: Int) throws(DatePatternError) {
    let longest: Int
    switch letter {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"): longest = 9
    case UInt8(ascii: "S"): longest = 9
    case UInt8(ascii: "M"), UInt8(ascii: "L"), UInt8(ascii: "E"), UInt8(ascii: "c"): longest = 5
    case UInt8(ascii: "D"), UInt8(ascii: "Z"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "a"):
      longest = 3
    case UInt8(ascii: "d"), UInt8(ascii: "w"), UInt8(ascii: "H"), UInt8(ascii: "h"), UInt8(ascii: "k"),
      UInt8(ascii: "m"), UInt8(ascii: "s"):
      longest = 2
    default: throw .unknownLetter(Character(Unicode.Scalar(letter)), offset: offset)
    }
    guard width <= longest else {
      throw .tooLong(Character(Unicode.Scalar(letter)), count: width, offset: offset)
    }
  }
}
