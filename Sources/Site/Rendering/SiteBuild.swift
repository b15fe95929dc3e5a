import Diagnostics
import Disk
import Language
import Synchronization
import Workers

/// A whole build: from the folder of a site to the files of its output.
public struct SiteBuild: Sendable {
  /// What the command line says about a build.
  public struct Request: Sendable {
    public var source: Path
    public var output: Path
    /// The user's own folder, which is never written to.
    public var home: Path?
    public var baseURL: BaseURL?
    public var environment: String?
    public var drafts = false
    public var future = false
    public var strict = false
    public var workers: Workers
    public var now: Instant
    /// The variables of the process; what is secret among them must not be published.
    public var variables: [String: String] = [:]
    /// What the sources of the inventory were asked with in this run; it must not be published.
    public var credentials: [(source: String, value: String)] = []
    /// Builds everything, whatever is known from earlier builds.
    public var fresh = false
    /// Compares every byte of the output with a build from nothing.
    public var verify = false
    /// An output, by its file or address, of which it is asked why it is rendered.
    public var explain: String?
    /// Whether a file that the system says is unchanged is taken for unchanged. On a machine that has just got all of
    /// its files, such as one of CI, that says nothing: there they are read and compared.
    public var trustsStamps = true
    /// Of the program itself: what another one kept is not believed.
    public var program: UInt64 = 0

    public init(source: Path, output: Path, workers: Workers, now: Instant) {
      self.source = source
      self.output = output
      self.workers = workers
      self.now = now
    }
  }

  /// What a build has to tell.
  public struct Outcome: Sendable {
    public var report: Report
    /// How many pages there are, and how many files are copied.
    public var pages = 0
    public var copies = 0
    /// What became of the output; nil when it was left as it was.
    public var output: OutputSummary?
    /// Why everything was built, where something was expected to be known.
    public var notice: StateFinding?
    /// How many outputs were rendered; the others were known to be as they should be.
    public var rendered = 0
    /// How many files were found to be what a build from nothing makes, or not; nil where nobody asked.
    public var verified: Int?
    /// Why the output that was asked about was rendered; nil where nobody asked.
    public var explanation: RenderingReasons?
    /// What was built and what it was built with; taking it apart takes longer than it seems, so whoever ends with it
    /// may let it be.
    public var remains: [any Sendable] = []
    /// How long each phase took.
    public var times: [(phase: Phase, duration: Duration)] = []

    public init(report: Report, times: [(phase: Phase, duration: Duration)] = []) {
      self.report = report
      self.times = times
    }
  }

  /// The phases of a build, in their order.
  public enum Phase: String, Sendable, CaseIterable {
    case loading, assembling, rendering, writing
  }

  /// Who is told how many outputs are done, and of how many; by any thread.
  public typealias Observer = @Sendable (_ done: Int, _ total: Int) -> Void

  let request: Request

  public init(_ request: Request) { self.request = request }

  /// Builds the site. Everything wrong is in the outcome's report; nothing is written when there is an error.
  public func run(telling observer: @escaping Observer = { _, _ in }) throws -> Outcome {
    var clock = PhaseClock()
    var (kept, look) = request.workers.both({ [request] in KeptState(for: request) }) {
      SourceLook(at: request.source, besides: request.output, workers: request.workers)
    }
    if let ending = kept.untouched(since: look) {
      clock.end(.loading)
      return Outcome(untouched: ending, times: clock.times)
    }
    try kept.read()
    if request.trustsStamps { look.settle() }
    // Where an earlier build has written, this one will: opening the output takes as long as assembling the site.
    let staging = kept.state == nil ? Later(atOnce: false) { open() } : request.workers.later { open() }
    do {
      var outcome = try build(kept, look, staging, &clock, telling: observer)
      outcome.notice = kept.finding
      outcome.times = clock.times
      return outcome
    } catch {
      if case .success(let opened) = staging.begun { try opened.abandon() }
      guard let report = error as? Report else { throw error }
      return Outcome(report: report, times: clock.times)
    }
  }

  /// Builds what is not there yet. A site that cannot be read, or must not be published, is thrown as what is wrong with it.
  private func build(
    _ kept: KeptState, _ look: SourceLook, _ staging: Later<Result<Staging, Mistake>>,
    _ clock: inout PhaseClock, telling observer: @escaping Observer
  ) throws -> Outcome {
    let draft = try PublicationDraft(
      request, asked: kept.state?.asked, knowing: .build(kept.state, look),
      clock: &clock)
    guard !draft.report.fails(strict: request.strict), let publication = draft.publication else {
      throw draft.told(draft.report)
    }
    let run = try BuildRun(request, publication, draft, kept, look)
    var outcome = try run.finish(&clock, in: staging.value.get(), telling: observer)
    outcome.remains += [run, draft, kept, look]
    if request.verify, outcome.output != nil {
      let verification = try Verification(request)
      outcome.report.add(contentsOf: verification.mistakes)
      outcome.verified = verification.count
    }
    return outcome
  }

  private func open() -> Result<Staging, Mistake> {
    Result { () throws(Mistake) in
      try Staging(
        request.output, of: request.source, home: request.home, trustsStamps: request.trustsStamps)
    }
  }

  /// So many outputs are rendered between two looks at the progress.
  static let stride = 64

  /// The path of a file of the output, as messages show it.
  func shown(_ file: String) -> String { request.output.appending(file).text }

  /// What is wrong with one output, however its rendering ended.
  static func wrongs(_ render: () throws(Mistake) -> Rendered) -> Wrongs {
    do throws(Mistake) {
      let rendered = try render()
      return Wrongs(
        faults: rendered.faults.map(MarkedFault.init), mistakes: rendered.mistakes, needs: rendered.needs,
        exposures: rendered.exposures)
    } catch {
      return Wrongs(mistakes: [error])
    }
  }
}

/// What is wrong with one output, and what it asks of the site's policy.
struct Wrongs: Sendable {
  var faults: [MarkedFault] = []
  var mistakes: [Mistake] = []
  var needs: Set<PolicyNeed> = []
  var exposures: [Exposure] = []
}

/// Counts across threads.
final class Tally: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

extension SiteBuild.Outcome {
  /// What a build has to tell that found everything as it was left.
  init(untouched ending: BuildState.Ending, times: [(phase: SiteBuild.Phase, duration: Duration)]) {
    self.init(report: Report(ending.report), times: times)
    pages = ending.pages
    copies = ending.copies
    var summary = OutputSummary()
    summary.unchanged = ending.outputs
    output = summary
  }
}

/// Tells how long each phase took.
struct PhaseClock {
  private(set) var times: [(phase: SiteBuild.Phase, duration: Duration)] = []
  private var start = ContinuousClock.now

  mutating func end(_ phase: SiteBuild.Phase) {
    let now = ContinuousClock.now
    times.append((phase, start.duration(to: now)))
    start = now
  }
}
