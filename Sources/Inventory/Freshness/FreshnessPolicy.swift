import Nodes

/// How old the facts of each source may be: the site's rules, those of a source, and those of single facts.
public struct FreshnessPolicy: Sendable {
  private let all: Thresholds
  private let sources: [String: Thresholds]
  private let facts: [(pattern: Wildcard, thresholds: Thresholds)]

  public init(_ settings: FreshnessSettings = .standard, sources: [String: Thresholds] = [:]) {
    all = settings.all.over(.standard)
    self.sources = sources
    facts = settings.facts.rows.map { (Wildcard($0.key), $0.value) }
  }

  /// The ages that hold for a fact of a source, or for the source as a whole: the fact's own rule first, then the
  /// source's, then the site's.
  public func thresholds(source: String, path: String? = nil) -> Thresholds {
    let wide = (sources[source] ?? Thresholds()).over(all)
    guard let path, let rule = facts.first(where: { $0.pattern.matches(path) }) else { return wide }
    return rule.thresholds.over(wide)
  }

  /// All ages that can hold for facts of a source.
  func allThresholds(source: String) -> [Thresholds] {
    let wide = thresholds(source: source)
    return [wide] + facts.map { $0.thresholds.over(wide) }
  }
}
