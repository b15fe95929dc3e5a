import Bytes
import Language
import Site

/// Tells whether a passage is written in another language than its page, by the small words that every sentence has.
struct Speech: Sendable {
  private let english: Set<UInt64>
  private let spanish: Set<UInt64>

  /// Fewer words than this may be a name or a title.
  private static let fewestWords = 8
  /// So many small words of the other language are no accident.
  private static let fewestMarks = 3
  /// The language of a passage shows in so many words.
  private static let mostWords = 60
  /// After so many words that are plainly the page's own language nobody reads on.
  private static let enough = 3

  init() {
    english = Self.packed(
      """
      the and of to is in that for with this you are be it on not from can will your have which when then an by if or as
      """)
    spanish = Self.packed(
      """
      el la los las de del que y en un una con por para se es al lo su sus este esta como pero sin desde cada si o hay
      """)
  }

  /// The language of the text that begins at a place, up to the end of its block, where it is plainly not `own`.
  func foreign(
    to own: Tongue, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Tongue? {
    var (words, mine, theirs) = (0, 0, 0)
    var (first, areMany): (UInt64, Bool) = (0, false)
    let (ours, others) = own == .spanish ? (spanish, english) : (english, spanish)
    var index = start
    while index < end, words < Self.mostWords {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        if bytes.holds("</p", at: index) || bytes.holds("</li", at: index) || bytes.holds("<p", at: index)
          || bytes.holds("<ul", at: index) || bytes.holds("<ol", at: index) || bytes.holds("<pre", at: index)
        {
          break
        }
        index = behind(tagAt: index, in: bytes, to: end)
      } else if Self.isLetter(byte) {
        let (word, isAccented) = Self.word(in: bytes, &index, to: end)
        words += 1
        if ours.contains(word) || isAccented && own == .spanish { mine += 1 }
        if others.contains(word) || isAccented && own == .english {
          theirs += 1
          if first == 0 { first = word } else if word != first { areMany = true }
        }
        if mine >= Self.enough, mine > theirs { return nil }
      } else {
        index += 1
      }
    }
    guard words >= Self.fewestWords, areMany, theirs >= Self.fewestMarks, theirs > 3 * mine else {
      return nil
    }
    return own == .spanish ? .english : .spanish
  }

  /// Code is no language: what stands in it is passed over.
  private func behind(tagAt start: Int, in bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
    guard let close = bytes.next(UInt8(ascii: ">"), from: start) else { return end }
    guard bytes.holds("<code", at: start) else { return close + 1 }
    var index = close
    while let open = bytes.next(UInt8(ascii: "<"), from: index), open < end {
      if bytes.holds("</code>", at: open) { return open + 7 }
      index = open + 1
    }
    return end
  }
}

extension Speech {
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.lowercased &- UInt8(ascii: "a") < 26 || byte >= 0x80
  }

  @inline(__always)
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Reads a word into one number; longer words are no small ones. Tells whether Spanish letters stand in it.
  private static func word(
    in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, to end: Int
  ) -> (packed: UInt64, isAccented: Bool) {
    var packed: UInt64 = 0
    var length = 0
    var isAccented = false
    // `logical-OR-expression` is one word, and no small one.
    while index < end, isLetter(bytes[index]) || isJoint(bytes[index]) {
      // The letters á é í ó ú ñ and their capitals are written as C3 and one more byte.
      if bytes[index] == 0xC3 { isAccented = true }
      packed = packed << 8 | UInt64(bytes[index].lowercased)
      length += 1
      index += 1
    }
    return (length <= 8 ? packed : 0, isAccented)
  }

  private static func packed(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }
}
