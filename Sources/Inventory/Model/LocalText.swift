import Language
import Nodes

/// Words for people: one text, or one for each language.
public struct LocalText: Readable, Hashable {
  /// By language tag, in the author's order; the tag is nil where the text is the same in all.
  public let variants: [Variant]

  /// A text and its language.
  public struct Variant: Sendable, Hashable {
    public let language: String?
    public let text: String
  }

  public init(_ text: String) { variants = [Variant(language: nil, text: text)] }

  init(variants: [Variant]) { self.variants = variants }

  /// The text in a language; where there is none, the first.
  public func text(in language: String) -> String {
    let exact = variants.first { $0.language == language }
    let kin = variants.first { $0.language?.prefix { $0 != "-" } == language.prefix { $0 != "-" } }
    return (exact ?? kin ?? variants.first)?.text ?? ""
  }

  /// The text in a language; where there is none, the first.
  public func text(in tongue: Tongue) -> String { text(in: tongue.rawValue) }

  public static func read(_ node: Node, in reading: inout Reading) -> LocalText {
    if let text = node.text { return LocalText(text) }
    guard node.entries?.isEmpty == false else {
      return reading.refuse(node, expecting: expected, standIn: standIn)
    }
    let table = Table<String>.read(node, in: &reading)
    return LocalText(variants: table.rows.map { Variant(language: $0.key, text: $0.value) })
  }

  public static func describe(in schema: inout Schema) -> Node {
    let text = String.describe(in: &schema)
    let tongues: Node = [
      "type": "object", "minProperties": 1, "additionalProperties": text,
    ]
    return ["anyOf": [text, tongues]]
  }

  public static let standIn = LocalText("")
  public var written: Node? {
    guard let first = variants.first, first.language != nil else {
      return variants.first.map { Node($0.text) }
    }
    return Node(variants.map { ($0.language ?? "", Node($0.text)) })
  }

  private static let expected = Expectation.words(
    english: "a text, or one for each language such as {es: Casa, en: Home}",
    spanish: "un texto, o uno por idioma como {es: Casa, en: Home}"
  )
}
