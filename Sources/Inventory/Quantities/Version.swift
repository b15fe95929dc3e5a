/// A version taken apart for comparing: `v1.33.4+k3s1` is 1.33.4, `1.9.0-rc.2` comes before 1.9.0.
public struct Version: Sendable, Hashable, Comparable {
  /// The numbers; zeros at the end do not count.
  let numbers: [Int]
  /// What follows the first hyphen, part by part; a version without it is later.
  let preview: [Part]

  /// One part of a preview: numbers come before words, and in their own order.
  enum Part: Sendable, Hashable, Comparable {
    case number(Int)
    case word(String)
  }

  /// Nil when it does not begin with a number, after a `v`.
  public init?(_ text: some StringProtocol) {
    var text = Substring(text)
    if text.first == "v" || text.first == "V" { text.removeFirst() }
    // What stands after the plus tells who built it, not which version it is.
    text = text.prefix { $0 != "+" }
    let release = text.prefix { $0 != "-" }
    var numbers: [Int] = []
    for part in release.split(separator: ".", omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(part) else { return nil }
      numbers.append(number)
    }
    while numbers.last == 0, numbers.count > 1 { numbers.removeLast() }
    self.numbers = numbers
    preview = text.dropFirst(release.count + 1).split(separator: ".").map { part in
      Int(part).map { .number($0) } ?? .word(String(part))
    }
  }

  public static func < (one: Version, other: Version) -> Bool {
    if one.numbers != other.numbers { return one.numbers.lexicographicallyPrecedes(other.numbers) }
    if one.preview.isEmpty || other.preview.isEmpty { return !one.preview.isEmpty && other.preview.isEmpty }
    return one.preview.lexicographicallyPrecedes(other.preview)
  }

  /// Tells whether the first numbers are these: 1.33.4 begins with 1.33.
  func begins(with other: [Int]) -> Bool {
    numbers.count >= other.count
      ? numbers.starts(with: other)
      : numbers + Array(repeating: 0, count: other.count - numbers.count) == other
  }
}
