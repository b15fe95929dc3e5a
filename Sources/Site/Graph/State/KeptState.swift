import Bytes
import Diagnostics
import Disk
import Inventory
import Workers

/// What an earlier build kept for this one, and where this one keeps it for the next.
struct KeptState: Sendable {
  private let settings: SiteBuild.Request
  private let path: Path
  private let recordPath: Path
  private var file: StateFile?
  private var ending: BuildState.Ending?
  private(set) var state: BuildState?
  /// Why nothing is known, where something was kept.
  private(set) var finding: StateFinding?

  /// Looks for what was kept; at first only at how its build ended.
  init(for request: SiteBuild.Request) {
    settings = request
    path = BuildState.path(for: request.output, in: request.source)
    recordPath = OutputRecord.path(for: request.output.real, in: request.source.real)
    guard File.exists(path) else { return }
    guard !request.fresh else {
      finding = .refused
      return
    }
    do throws(StateFinding) {
      let file = try StateFile(at: path)
      let ending = try BuildState.Ending(of: file, program: request.program)
      guard ending.record == recordDigest else { throw .interrupted }
      (self.file, self.ending) = (file, ending)
    } catch {
      finding = error
    }
  }

  /// Reads the rest.
  mutating func read() throws {
    guard let file, let ending else { return }
    do {
      state = try BuildState(file, ending, workers: settings.workers)
    } catch let finding as StateFinding {
      self.finding = finding
    }
    self.file = nil
  }

  /// Begins to keep something for the next build; nil where that fails, which is told there, by having to build everything.
  func draft() -> StateDraft? {
    do throws(DiskFailure) {
      try File.makeFolders(path.parent)
      return try StateDraft(replacing: path)
    } catch {
      return nil
    }
  }

  /// Keeps it, with how this build ended.
  func keep(_ draft: StateDraft?, _ ending: BuildState.Ending) {
    guard var draft else { return }
    do throws(DiskFailure) {
      try draft.add(.ending) { ending.pack(into: &$0) }
      try draft.publish()
    } catch {
      // Something older might still lie there; its digest of the output's record is not that of the new one.
      return
    }
  }

  /// Of the output's record as it lies there now.
  var recordDigest: UInt64 { Digest.file(recordPath) ?? 0 }

  /// What the earlier build wrote; nil where that cannot be read.
  var outputRecord: OutputRecord? {
    do throws(DiskFailure) { return OutputRecord(text: try File.read(recordPath)) } catch { return nil }
  }

  /// Of what the command line asked for.
  var request: UInt64 {
    var mixer = Mixer()
    mixer.add(settings.baseURL.map { $0.origin + $0.path })
    mixer.add(settings.environment)
    for flag in [settings.drafts, settings.future, settings.strict] { mixer.add(flag) }
    return mixer.value
  }

  /// Of the secrets in the variables of this process.
  var secrets: UInt64 { KnownSecrets(environment: settings.variables).fingerprint }

  /// Whether the outputs that were kept were searched for what is known to be secret now.
  func hasLookedFor(_ look: LastLook) -> Bool { state?.ending.looked == look.known.fingerprint }
}

// MARK: When nothing changed

extension KeptState {
  /// What the last build kept, when its sources and its output are as it left them and time has changed nothing.
  func untouched(since look: SourceLook) -> BuildState.Ending? {
    guard let ending, let file, settings.trustsStamps, !settings.verify, settings.explain == nil,
      look.sources.isWhole, ending.history == look.history,
      ending.request == request, ending.secrets == secrets, isTimely(ending),
      !StagingPlace.holdsJournal(for: settings.output.real), holds(look.sources, in: file), hasOutputs()
    else { return nil }
    return ending
  }

  private func holds(_ sources: SourceList, in file: StateFile) -> Bool {
    do throws(StateFinding) { return try file.bytes(of: .sources) == sources.packed } catch { return false }
  }

  private func isTimely(_ ending: BuildState.Ending) -> Bool {
    if settings.now == ending.now { return true }
    return settings.now > ending.now && ending.expiry.map { settings.now < $0 } != false
  }

  /// Whether every file of the output is there as it was left.
  private func hasOutputs() -> Bool {
    do {
      let folder = try Folder(opening: settings.output.real)
      let lines = try OutputRecord.Lines(of: File.read(recordPath))
      return try settings.workers.map(lines?.chunks ?? []) { chunk in
        lines?.allSatisfy(in: chunk) { path, entry in folder.holdsFile(at: path, stamped: entry.stamp) }
          == true
      }.allSatisfy { $0 } && lines != nil
    } catch {
      return false
    }
  }
}
