import Bytes

/// What a text may hold that makes the library walk through all of its tree once more: footnotes, which it numbers, and
/// addresses of e-mail, which it looks for in what is left when inlines are read.
///
/// Few texts hold either, and a walk is a thirtieth of the parse.
struct TextDemands {
  let footnotes: Bool
  let mail: Bool

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
