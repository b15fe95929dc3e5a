import Bytes

/// What a text may hold that makes the library walk through all of its tree once more: footnotes, which it numbers, and
/// addresses of e-mail, which it looks for in what is left when inlines are read.
///
/// Few texts hold either. The tree of all others is taken from the library before it walks: see `joinTexts`.
struct TextDemands {
  let footnotes: Bool
  let mail: Bool

  /// Those of a text that is to be read exactly as the library reads it, whatever it holds.
  static let all = TextDemands(footnotes: true, mail: true)

  private init(footnotes: Bool, mail: Bool) { (self.footnotes, self.mail) = (footnotes, mail) }

  init(of text: UnsafeBufferPointer<UInt8>) {
    let isDisguised = Self.mayDisguise(text)
    footnotes = isDisguised || text.next(UInt8(ascii: "^")) != nil
    mail = isDisguised || text.next(UInt8(ascii: "@")) != nil
  }

  /// Whether a sign may be written as a reference: `&#94;`, `&Hat;`, `&commat;`.
  private static func mayDisguise(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while let found = text.next(UInt8(ascii: "&"), from: index) {
      index = found + 1
      guard index < text.count else { return false }
      switch text[index] {
      case UInt8(ascii: "#"), UInt8(ascii: "H"), UInt8(ascii: "c"): return true
      default: break
      }
    }
    return false
  }
}
