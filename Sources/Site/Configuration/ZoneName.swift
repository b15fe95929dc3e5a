import Nodes

/// The name of a time zone, as the tz database spells it: `Europe/Madrid`.
public struct ZoneName: TextReadable, Equatable {
  public let text: String

  public static let madrid = ZoneName(checked: "Europe/Madrid")

  private init(checked text: String) { self.text = text }

  public init?(text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.first?.isLetter == true && $0.utf8.allSatisfy(Self.isNameByte) }) else {
      return nil
    }
    self.text = text
  }

  public static let expected = Expectation.words(
    english: "a time zone such as Europe/Madrid or UTC",
    spanish: "una zona horaria como Europe/Madrid o UTC"
  )
  public static let pattern: String? = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*)*$"
  public static let standIn = madrid
  public var written: Node? { Node(text) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
