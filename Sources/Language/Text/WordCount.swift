/// How many words a text has, as a person counts them, added up over the runs of an article.
///
/// A word is what stands between spaces and holds a letter or a digit: `y/o`, `1.234` and `kube-apiserver` are one, a
/// lone `—` or 🚀 is none. Dashes — like these — and ellipses part words too. Signs of Chinese, Japanese and Korean,
/// which writes without spaces or nearly so, count one by one.
public struct WordCount: Sendable, Hashable {
  public private(set) var words = 0
  private var isInWord = false

  public init() {}

  /// Counts a text alone.
  public init(of text: Span<UInt8>) {
    add(text)
  }

  /// Counts on; a word may go on from the run before.
  public mutating func add(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: " "), 0x09...0x0D:
        isInWord = false
        index += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        meetLetter()
        index += 1
      case 0...0x7F: index += 1
      default: index += addWide(text, at: index)
      }
    }
  }

  /// Ends a run that the next one does not continue, as at a block's end.
  public mutating func endWord() { isInWord = false }

  /// Whole minutes of reading, at least 1.
  public func minutes(wordsPerMinute: Int = WordCount.wordsPerMinute) -> Int {
    max(1, (words + wordsPerMinute - 1) / max(1, wordsPerMinute))
  }

  /// Between the 220 of easy prose and the 180 of technical text.
  public static let wordsPerMinute = 200
}

extension WordCount {
  private mutating func meetLetter() {
    if !isInWord { words += 1 }
    isInWord = true
  }

  /// Reads one scalar beyond ASCII; the answer is its length. Letters are told by blocks, without tables.
  private mutating func addWide(_ text: Span<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length where index + offset < text.count {
      value = value << 6 | UInt32(text[index + offset] & 0x3F)
    }
    switch value {
    case 0xA0, 0x2000...0x200A, 0x2013...0x2015, 0x2026, 0x2028, 0x2029, 0x202F, 0x3000: isInWord = false
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: meetLetter()
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xE000...0xF8FF, 0xFE00...0xFE0F,
      0x1F000...0x1FAFF, 0xE0000...0x10FFFF:
      break
    case 0x3040...0x9FFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF:
      isInWord = false
      words += 1
    default: meetLetter()
    }
    return length
  }
}
