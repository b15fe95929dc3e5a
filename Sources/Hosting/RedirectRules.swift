/// `_redirects` as hosts read it: old addresses that lead to new ones; the first rule that fits counts.
public struct RedirectRules: Sendable, Equatable {
  /// One line of it.
  public struct Rule: Sendable, Equatable {
    public let from: PathPattern
    public let to: String
    public let status: Int
    /// Whether it counts even where something answers.
    public let isForced: Bool
    /// Where it stands in the file.
    public let place: Range<Int>

    /// Tells whether a visitor is sent on, in difference to another file being served.
    public var leadsOn: Bool { (300...308).contains(status) }
  }

  /// Where a path leads.
  public struct Target: Sendable, Equatable {
    public let address: String
    public let status: Int
    public let isForced: Bool
  }

  public let rules: [Rule]
  /// Lines that say more than from, to and status: what asks for queries, languages or countries is the host's own.
  public let peculiar: [Range<Int>]
  /// Rules whose path is plain text, by their path: a site with many aliases is looked up, not searched.
  private let plain: [String: Int]
  /// The numbers of all other rules.
  private let patterns: [Int]

  /// The name of the file.
  public static let name = "_redirects"

  public init(parsing bytes: [UInt8]) {
    var rules: [Rule] = []
    var peculiar: [Range<Int>] = []
    var plain: [String: Int] = [:]
    var patterns: [Int] = []
    for line in RuleLine.all(of: bytes) where !line.isRemark {
      guard let rule = Self.rule(line) else {
        peculiar.append(line.place)
        continue
      }
      if let path = rule.from.plain {
        if plain[path] == nil { plain[path] = rules.count }
      } else {
        patterns.append(rules.count)
      }
      rules.append(rule)
    }
    self.rules = rules
    self.peculiar = peculiar
    self.plain = plain
    self.patterns = patterns
  }

  /// Where a path, decoded, leads; nil when no rule fits.
  public func target(of path: String) -> Target? {
    let known = plain[path]
    for number in patterns where known.map({ number < $0 }) ?? true {
      let rule = rules[number]
      guard let values = rule.from.match(path) else { continue }
      return Target(
        address: rule.from.filling(rule.to) { values[$0 - 1] }, status: rule.status, isForced: rule.isForced)
    }
    return known.map { Target(address: rules[$0].to, status: rules[$0].status, isForced: rules[$0].isForced) }
  }

  private static func rule(_ line: RuleLine) -> Rule? {
    let words = line.text.split { $0 == " " || $0 == "\t" }.prefix { !$0.hasPrefix("#") }.map(String.init)
    guard (2...3).contains(words.count) else { return nil }
    let from = PathPattern(words[0])
    guard from.host != nil || words[0].hasPrefix("/") else { return nil }
    let status = words.count == 3 ? words[2] : "301"
    let isForced = status.hasSuffix("!")
    guard let code = Int(isForced ? String(status.dropLast()) : status) else { return nil }
    return Rule(from: from, to: words[1], status: code, isForced: isForced, place: line.place)
  }
}
