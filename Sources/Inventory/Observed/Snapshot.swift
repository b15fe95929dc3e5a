import Language

/// What one source told, when that was, and whether it still answers.
public struct Snapshot: Sendable, Equatable {
  /// The source's name in `site.yaml`.
  public let source: String
  /// What it told when it last answered; empty when it never did.
  public let facts: Observed
  /// When it last answered; nil when it never did.
  public let fetchedAt: Instant?
  /// Since when it has not answered; nil when its last answer was good.
  public let staleSince: Instant?
  /// The stable name of the failure that made it stale, such as `timeout`; never the answer's own words.
  public let lastError: String?
  /// Whether the facts were fetched in this very run.
  public let isLive: Bool

  public init(
    source: String, facts: Observed, fetchedAt: Instant?, staleSince: Instant? = nil,
    lastError: String? = nil, isLive: Bool = false
  ) {
    self.source = source
    self.facts = facts
    self.fetchedAt = fetchedAt
    self.staleSince = staleSince
    self.lastError = lastError
    self.isLive = isLive
  }
}
