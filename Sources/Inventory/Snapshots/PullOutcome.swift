import Diagnostics
import Disk
import Language

/// What came of asking one source.
public struct PullOutcome: Sendable {
  /// How it ended.
  public enum State: String, Sendable {
    /// It told something new.
    case changed
    /// It told the same as before.
    case same
    /// It told for the first time.
    case first
    /// It told nothing, and what it told before is kept.
    case kept
    /// It told far less than before, and what it told before is kept.
    case shrunk
    /// What it told could not be written.
    case unwritten
  }

  public let source: String
  public private(set) var snapshot: Snapshot
  public private(set) var state: State
  public private(set) var changes: FactChanges?
  public internal(set) var remarks: Report
  /// Whether the pull as a whole has failed with it.
  public private(set) var isFatal = false
  /// What the source was asked with, as far as it told.
  public internal(set) var credentials: [String] = []
  private let previous: Snapshot?

  init(source: String, previous: Snapshot?, remarks: Report) {
    self.source = source
    self.previous = previous
    self.remarks = remarks
    snapshot = previous ?? Snapshot(source: source, facts: Observed(), fetchedAt: nil)
    state = .kept
  }

  var isFresh: Bool { state == .changed || state == .same || state == .first }
}

extension PullOutcome {
  /// Takes what the source told.
  mutating func take(_ facts: Observed, at now: Instant) {
    snapshot = Snapshot(source: source, facts: facts, fetchedAt: now, isLive: true)
    guard let previous, previous.fetchedAt != nil else {
      state = .first
      return
    }
    let changes = FactChanges(from: previous.facts, to: facts)
    state = changes.isEmpty ? .same : .changed
    self.changes = changes
  }

  /// Keeps what is known when the source told nothing.
  mutating func refuse(_ refusal: SourceRefusal, at now: Instant, by candidate: Pull.Candidate) {
    isFatal = candidate.settings.onError == .fail
    for mistake in refusal.report.sorted {
      remarks.add(isFatal ? mistake : mistake.asWarning)
    }
    keep(code: refusal.code, at: now)
    let kept: SnapshotFinding =
      snapshot.fetchedAt == nil ? .nothingKept(source: source) : .kept(source: source)
    remarks.add(candidate.place.mistake(kept))
  }

  /// Keeps what is known when the source told too little to be believed.
  mutating func keep(because finding: SnapshotFinding, at now: Instant, by candidate: Pull.Candidate) {
    remarks.add(candidate.place.mistake(finding))
    keep(code: finding.code, at: now)
    state = .shrunk
  }

  mutating func failToWrite(_ failure: DiskFailure) {
    remarks.add(failure.mistake)
    state = .unwritten
    isFatal = true
  }

  private mutating func keep(code: String, at now: Instant) {
    snapshot = Snapshot(
      source: source, facts: previous?.facts ?? Observed(), fetchedAt: previous?.fetchedAt,
      staleSince: previous?.staleSince ?? now, lastError: code)
    state = .kept
    changes = nil
  }
}

extension Mistake {
  /// The same mistake where the work can go on without what failed.
  fileprivate var asWarning: Mistake {
    guard finding.severity == .error else { return self }
    return Mistake(Softened(finding: finding), path: path, place: place)
  }
}

extension PullOutcome {
  /// The same where a build goes on with what is kept, so that a source that told too little fails nothing.
  public var keptInstead: PullOutcome {
    guard state == .shrunk else { return self }
    var outcome = self
    outcome.remarks = remarks.mapping(\.asWarning)
    return outcome
  }
}

/// A finding that fails nothing here, since something older is at hand.
private struct Softened: Finding {
  let finding: any Finding

  var code: String { finding.code }
  var severity: Severity { .warning }
  func sentence(in tongue: Tongue) -> Sentence { finding.sentence(in: tongue) }
}
