import Nodes

/// The language of a page by its BCP 47 tag: `es`, `es-MX`, `en`.
public struct LanguageTag: TextReadable, Equatable {
  public let text: String

  public static let spanish = LanguageTag(checked: "es")

  private init(checked text: String) { self.text = text }

  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(Self.isLetter),
      parts.dropFirst().allSatisfy({
        (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit)
      })
    else { return nil }
    self.text = text
  }

  public static let expected = Expectation.words(
    english: "a language tag such as es, es-MX or en",
    spanish: "una etiqueta de idioma como es, es-MX o en"
  )
  public static let pattern: String? = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
  public static let standIn = spanish
  public var written: Node? { Node(text) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
