import Language

/// The homelab as a page sees it: what is declared, what was observed, and the time it is looked at.
public struct Homelab: Sendable {
  public let declared: Declared
  public let relations: Relations
  /// The latest snapshot of each source, by source.
  public let snapshots: [String: Snapshot]
  public let policy: FreshnessPolicy
  /// What may be shown to everyone.
  public let disclosure: Disclosure
  /// The time at which ages are reckoned.
  public let now: Instant
  /// The day that a dated page looks back to; nil for the latest facts.
  public let asOf: Instant?
  /// All snapshots that are kept, in any order.
  private let history: [Snapshot]
  private let observations: [EntityID: Observation]
  /// The applications of machines, by the clusters that these carry.
  let appsOfClusters = SharedLists()

  /// An inventory that declares nothing and has seen nothing.
  public static let empty = Homelab(declared: .empty, snapshots: [], now: Instant(seconds: 0))

  /// Puts together what is declared and what was observed; of each source the last of the snapshots counts.
  public init(
    declared: Declared, snapshots: [Snapshot], history: [Snapshot] = [],
    policy: FreshnessPolicy = FreshnessPolicy(), now: Instant
  ) {
    self.init(
      declared: declared, relations: declared.relations,
      snapshots: Dictionary(snapshots.map { ($0.source, $0) }, uniquingKeysWith: { $1 }),
      history: history + snapshots, policy: policy, now: now, asOf: nil)
  }

  /// The same homelab as it was known at a time: of each source the last snapshot taken by then.
  ///
  /// What is declared is that of today: its own history is the repository's.
  public func asOf(_ instant: Instant) -> Homelab {
    var latest: [String: Snapshot] = [:]
    for snapshot in history {
      guard let fetchedAt = snapshot.fetchedAt, fetchedAt <= instant else { continue }
      if let other = latest[snapshot.source]?.fetchedAt, other >= fetchedAt { continue }
      latest[snapshot.source] = snapshot.asKnown(at: instant)
    }
    return Homelab(
      declared: declared, relations: relations, snapshots: latest, history: history, policy: policy,
      now: min(instant, now), asOf: instant)
  }

  /// Whether any source has told anything.
  public var hasObserved: Bool { snapshots.values.contains { $0.fetchedAt != nil } }

  /// The first instant at which some fact counts as older than now, if nothing new is fetched; nil for never.
  public var nextChange: Instant? {
    snapshots.values.compactMap { snapshot -> Instant? in
      guard let fetchedAt = snapshot.fetchedAt, snapshot.staleSince == nil else { return nil }
      return policy.allThresholds(source: snapshot.source).compactMap {
        Freshness.nextChange(fetchedAt: fetchedAt, now: now, thresholds: $0)
      }.min()
    }.min()
  }

  /// What was observed of a thing; nil where nothing was.
  public func observation(of id: EntityID) -> Observation? { observations[id] }

  private init(
    declared: Declared, relations: Relations, snapshots: [String: Snapshot], history: [Snapshot],
    policy: FreshnessPolicy, now: Instant, asOf: Instant?
  ) {
    self.declared = declared
    self.relations = relations
    self.snapshots = snapshots
    self.history = history
    self.policy = policy
    self.now = now
    self.asOf = asOf
    disclosure = Disclosure(of: declared)
    observations = Matching(declared: declared, relations: relations, snapshots: snapshots).observations()
  }
}

extension Snapshot {
  /// The snapshot without what became known later.
  fileprivate func asKnown(at instant: Instant) -> Snapshot {
    let isStale = staleSince.map { $0 <= instant } ?? false
    return Snapshot(
      source: source, facts: facts, fetchedAt: fetchedAt, staleSince: isStale ? staleSince : nil,
      lastError: isStale ? lastError : nil, isLive: false)
  }
}
