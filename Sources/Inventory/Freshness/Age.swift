import Nodes

/// A length of time in whole seconds: `90s`, `15m`, `12h`, `7d`, `2w`.
public struct Age: TextReadable, Hashable, Comparable {
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public init?(text: String) {
    guard let measure = Measure(text), let factor = Self.factors[measure.unit],
      let seconds = measure.whole(times: factor), seconds <= Self.longest
    else { return nil }
    self.seconds = seconds
  }

  public static let expected = Expectation.words(
    english: "a time such as 15m, 12h or 7d",
    spanish: "un tiempo como 15m, 12h o 7d"
  )
  public static let pattern: String? = "^\\d+([.,]\\d+)?[\\s\\u00A0\\u202F]*[smhdw]$"
  public static let standIn = Age(seconds: 0)
  public var written: Node? {
    let unit = ["w", "d", "h", "m"].first {
      Self.factors[$0].map { seconds > 0 && seconds.isMultiple(of: $0) } == true
    }
    let name = unit ?? "s"
    return Node("\(seconds / (Self.factors[name] ?? 1))\(name)")
  }

  public static func < (one: Age, other: Age) -> Bool { one.seconds < other.seconds }

  private static let factors = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
  /// A hundred years: what is longer is a slip of the finger.
  private static let longest = 100 * 366 * 86_400
}
