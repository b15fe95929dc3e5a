import Language

// Days and instants as machines write them.

extension Instant: TextReadable {
  public init?(text: String) { self.init(rfc3339: text) }

  public static let expected = Expectation.words(
    english: "an instant such as 2026-11-20T03:05:06Z",
    spanish: "un instante como 2026-11-20T03:05:06Z"
  )
  public static let pattern: String? =
    "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$"
  public static let standIn = Instant(seconds: 0)
  public var written: Node? { Node(rfc3339) }
}

extension CivilDay: TextReadable {
  public init?(text: String) { self.init(rfc3339: text) }

  public static let expected = Expectation.words(
    english: "a day such as 2026-11-20",
    spanish: "un día como 2026-11-20"
  )
  public static let pattern: String? = "^\\d{4}-\\d{2}-\\d{2}$"
  public static let standIn = CivilDay.first
  public var written: Node? { Node(rfc3339) }
}
