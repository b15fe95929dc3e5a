import Language
import Nodes

/// A day as exactly as the author remembers it: `2025`, `2025-10` or `2025-10-20`.
public struct PartialDay: TextReadable, Hashable, Comparable {
  public let text: String

  public init?(text: String) {
    let padded =
      switch text.utf8.count {
      case 4: text + "-01-01"
      case 7: text + "-01"
      default: text
      }
    guard CivilDay(rfc3339: padded) != nil else { return nil }
    self.text = text
  }

  private init() { text = "1970" }

  public static let expected = Expectation.words(
    english: "a year, month or day such as 2025, 2025-10 or 2025-10-20",
    spanish: "un año, mes o día como 2025, 2025-10 o 2025-10-20"
  )
  public static let pattern: String? = "^\\d{4}(-\\d{2}(-\\d{2})?)?$"
  public static let standIn = PartialDay()
  public var written: Node? { Node(text) }

  public static func < (one: PartialDay, other: PartialDay) -> Bool { one.text < other.text }
}
