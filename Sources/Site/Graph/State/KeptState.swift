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
  private var beginning: BuildState.Beginning?
  private(set) var state: BuildState?
  /// Why nothing is known, where something was kept.
  private(set) var finding: StateFinding?

  /// Looks for what was kept; at first only at its beginning.
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
      let beginning = try BuildState.Beginning(of: file, program: request.program)
      guard beginning.record == recordDigest else { throw .interrupted }
      (self.file, self.beginning) = (file, beginning)
    } catch {
      finding = error
    }
  }

  /// Reads the rest.
  mutating func read() throws {
    guard let file, let beginning else { return }
    do {
      state = try BuildState(file, beginning, workers: settings.workers)
    } catch let finding as StateFinding {
      self.finding = finding
    }
    self.file = nil
  }

  /// Keeps something for the next build; where that fails it is told there, by having to build everything.
  func write(_ beginning: BuildState.Beginning, _ rest: [StateFile.Packed]) {
    do throws(DiskFailure) {
      try File.makeFolders(path.parent)
      try StateFile.write([beginning.packed] + rest, to: path)
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
  func hasLookedFor(_ look: LastLook) -> Bool { state?.beginning.looked == look.known.fingerprint }
}

// MARK: When nothing changed

extension KeptState {
  /// What the last build kept, when its sources and its output are as it left them and time has changed nothing.
  func untouched(since look: SourceLook) -> BuildState.Beginning? {
    guard let beginning, let file, settings.trustsStamps, !settings.verify, settings.explain == nil,
      look.sources.isWhole, beginning.history == look.history,
      beginning.request == request, beginning.secrets == secrets, isTimely(beginning),
      !StagingPlace.holdsJournal(for: settings.output.real), holds(look.sources, in: file), hasOutputs()
    else { return nil }
    return beginning
  }

  private func holds(_ sources: SourceList, in file: StateFile) -> Bool {
    do throws(StateFinding) { return try file.bytes(of: .sources) == sources.packed } catch { return false }
  }

  private func isTimely(_ beginning: BuildState.Beginning) -> Bool {
    if settings.now == beginning.now { return true }
    return settings.now > beginning.now && beginning.expiry.map { settings.now < $0 } != false
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
