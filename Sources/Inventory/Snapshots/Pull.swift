import Diagnostics
import Disk
import Language
import Nodes
import Synchronization
import Workers

/// Asks all sources and renews their snapshots.
public struct Pull: Sendable {
  /// One source with its settings.
  public struct Candidate: Sendable {
    public let settings: SourceSettings
    public let source: any LiveSource
    let place: SourcePlace

    public init(_ settings: SourceSettings, _ source: any LiveSource, declaredIn site: Source) {
      self.settings = settings
      self.source = source
      place = SourcePlace(settings.id.range, in: site)
    }
  }

  private let candidates: [Candidate]
  private let folder: SnapshotFolder
  private let context: PullContext
  private let publish: Publish
  /// The values that no source's facts may hold.
  private let secrets: [String]
  private let acceptsShrink: Bool

  public init(
    _ candidates: [Candidate], into folder: SnapshotFolder, in context: PullContext, publish: Publish,
    acceptsShrink: Bool
  ) {
    self.candidates = candidates
    self.folder = folder
    self.context = context
    self.acceptsShrink = acceptsShrink
    self.publish = publish
    secrets = candidates.secrets(in: context)
  }

  /// How many sources are asked at once.
  private static let atOnce = 4

  /// Asks; after each source the number of those that are done is told.
  public func run(onProgress: @escaping @Sendable (Int) -> Void = { _ in }) throws -> [PullOutcome] {
    let done = Atomic<Int>(0)
    return try Team(count: Self.atOnce).map(candidates) { candidate in
      let outcome = renew(candidate)
      onProgress(done.add(1, ordering: .relaxed).newValue)
      return outcome
    }
  }
}

extension Pull {
  private func renew(_ candidate: Candidate) -> PullOutcome {
    let id = candidate.settings.id.value
    let (previous, damage) = folder.latest(of: id)
    var outcome = PullOutcome(source: id, previous: previous, remarks: damage)
    do throws(SourceRefusal) {
      let answer = try candidate.source.fetch(in: context)
      outcome.remarks.add(contentsOf: answer.remarks.sorted)
      outcome.credentials = answer.secrets
      var facts = try cleaned(answer, of: candidate, &outcome)
      if let previous {
        let kept = facts.keep(unreadableOf: previous)
        if !kept.isEmpty {
          outcome.remarks.add(candidate.place.mistake(SnapshotFinding.keptKinds(source: id, kept)))
        }
      }
      outcome.take(facts, at: context.now)
    } catch {
      outcome.refuse(error, at: context.now, by: candidate)
    }
    if let previous, outcome.isFresh, !acceptsShrink, previous.facts.hasShrunk(to: outcome.snapshot.facts) {
      let shrunk = SnapshotFinding.shrunk(
        source: id, from: previous.facts.count, to: outcome.snapshot.facts.count)
      outcome.keep(because: shrunk, at: context.now, by: candidate)
    }
    do throws(DiskFailure) {
      try folder.write(outcome.snapshot, on: context.day)
    } catch {
      outcome.failToWrite(error)
    }
    return outcome
  }

  private func cleaned(
    _ answer: SourceAnswer, of candidate: Candidate, _ outcome: inout PullOutcome
  ) throws(SourceRefusal) -> Observed {
    do throws(Report) {
      let redaction = Redaction(policy: publish, secrets: SecretValues(secrets + answer.secrets))
      let (facts, withheld) = try answer.facts.redacted(by: redaction)
      for path in withheld.prefix(Self.mostRemarks) {
        outcome.remarks.add(candidate.place.mistake(SourceFinding.withheld(path)))
      }
      return facts
    } catch {
      throw SourceRefusal(SourceFinding.notAnAnswer(candidate.settings.type.rawValue), at: candidate.place)
    }
  }

  /// More would hide the rest of what is told.
  private static let mostRemarks = 20
}

extension [Pull.Candidate] {
  /// The values that none of the sources' facts may hold: those of the environment, and the credentials they are asked
  /// with.
  fileprivate func secrets(in context: PullContext) -> [String] {
    let own = flatMap { $0.settings.credentials(in: context) }
    return own + context.environment.flatMap { SecretValues.secrets(in: $0) }
  }
}

extension PullContext {
  /// The day of the pull, by which its history is named; the same on all machines.
  var day: CivilDay { now.civil(at: .utc).day }
}
