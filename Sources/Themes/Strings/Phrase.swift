import Bytes
import Language

/// A text of the interface with gaps: `{count}` for a number, `{name}` for whatever a template gives.
struct Phrase: Sendable, Equatable {
  private enum Piece: Sendable, Equatable {
    case text(String)
    case gap(String)
  }

  private let pieces: [Piece]

  /// Finds the gaps: a name of letters, digits and `_` in braces; other braces are text.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    var plain = ""
    while let open = rest.firstIndex(of: "{") {
      plain += rest[..<open]
      rest = rest[open...]
      let name = rest.dropFirst().prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.gap(String(name)))
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        plain += "{"
        rest = rest.dropFirst()
      }
    }
    plain += rest
    if !plain.isEmpty || pieces.isEmpty { pieces.append(.text(plain)) }
    self.pieces = pieces
  }

  /// The text with its gaps, as its author wrote it.
  var written: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let name): "{\(name)}"
      }
    }.joined()
  }

  /// The text, where it has no gaps.
  var constant: String? {
    guard pieces.count == 1, case .text(let text) = pieces[0] else { return nil }
    return text
  }

  /// The text with its gaps filled; throws the name of the first gap without a value.
  func filled(_ value: (String) -> String?) throws(MissingValue) -> String {
    if let constant { return constant }
    var filled = ""
    for piece in pieces {
      switch piece {
      case .text(let text): filled += text
      case .gap(let name):
        guard let value = value(name) else { throw MissingValue(name: name) }
        filled += value
      }
    }
    return filled
  }
}

/// A gap that nothing was given for.
struct MissingValue: Error {
  let name: String
}
