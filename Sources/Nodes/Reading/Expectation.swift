import Language

/// What a decoder expects of a node.
public enum Expectation: Sendable, Equatable {
  case text, integer, number, boolean, list, map
  /// A text of a certain form, with its words in both languages: "a duration such as 30s".
  case words(english: String, spanish: String)

  func phrase(in tongue: Tongue) -> String {
    switch self {
    case .text: tongue.pick(en: "a text", es: "un texto")
    case .integer: tongue.pick(en: "a whole number", es: "un número entero")
    case .number: tongue.pick(en: "a number", es: "un número")
    case .boolean: tongue.pick(en: "true or false", es: "true o false")
    case .list: tongue.pick(en: "a list", es: "una lista")
    case .map: tongue.pick(en: "a map", es: "un mapa")
    case .words(let english, let spanish): tongue.pick(en: english, es: spanish)
    }
  }
}

/// What a decoder found instead: the kind of a node, and a scalar's characters.
public struct Found: Sendable, Equatable {
  public let kind: Node.Kind
  public let lexeme: String

  public init(_ node: Node) {
    kind = node.kind
    lexeme = Self.shortened(node.text ?? "")
  }

  func phrase(in tongue: Tongue) -> String {
    switch kind {
    case .null: tongue.pick(en: "nothing", es: "no hay nada")
    case .boolean: tongue.pick(en: lexeme, es: "hay \(lexeme)")
    case .integer, .number: tongue.pick(en: "the number \(lexeme)", es: "hay el número \(lexeme)")
    case .text: tongue.pick(en: "the text '\(lexeme)'", es: "hay el texto «\(lexeme)»")
    case .list: tongue.pick(en: "a list", es: "hay una lista")
    case .map: tongue.pick(en: "a map", es: "hay un mapa")
    }
  }

  /// Enough of a text to know it by.
  private static func shortened(_ text: String) -> String {
    let limit = 40
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(limit))) + "…"
  }
}
