import Language

/// What a key of a file of strings says: one text for all numbers, or one for each form of the plural.
enum Wording: Sendable, Equatable {
  case always(Phrase)
  /// By the form; `other` is always there and stands in for a form that is not.
  case counted([Plural: Phrase], other: Phrase)

  func phrase(for form: Plural) -> Phrase {
    switch self {
    case .always(let phrase): phrase
    case .counted(let forms, let other): forms[form] ?? other
    }
  }

  /// All forms in one line.
  var written: String {
    switch self {
    case .always(let phrase): phrase.written
    case .counted(let forms, let other):
      forms.map { "\($0.key)=\($0.value.written)" }.sorted().joined(separator: "\u{1}")
        + "\u{1}\(other.written)"
    }
  }

  var isCounted: Bool {
    if case .counted = self { true } else { false }
  }
}
