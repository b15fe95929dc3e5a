/// One word of a template: running text, a delimiter, or a piece of an expression.
struct Token {
  enum Kind: Equatable {
    case text, outputBegin, outputEnd, blockBegin, blockEnd
    case name, string, integer, float
    /// An operator or bracket; which one stands in `text`.
    case sign
    case end
  }

  let kind: Kind
  /// A name's letters, a string's meaning, a number's digits, a sign's characters.
  let text: String
  let range: Range<Int>

  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
  func isName(_ name: String) -> Bool { kind == .name && text == name }
}
