import Diagnostics
import Disk
import Language
import Nodes
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
    let draft: PublicationDraft
    do {
      draft = try PublicationDraft(request, clock: &clock)
    } catch let report as Report {
      return Outcome(report: report, times: clock.times)
    }
    guard !draft.report.fails(strict: request.strict), let publication = draft.publication else {
      return Outcome(report: draft.told(draft.report), times: clock.times)
    }
    return try write(publication, draft, &clock, telling: observer)
  }

  private func write(
    _ publication: Publication, _ draft: PublicationDraft, _ clock: inout PhaseClock,
    telling observer: @escaping Observer
  ) throws -> Outcome {
    let staging = try Staging(request.output, of: request.source, home: request.home)
    var outcome = Outcome(report: draft.report)
    outcome.report.add(contentsOf: staging.mistakes)
    let routes = publication.assembly.routes.routes
    let wrongs = try render(
      routes, of: publication, from: draft, into: staging, telling: observer)
    outcome.report.add(contentsOf: wrongs.flatMap(\.mistakes))
    outcome.report.add(contentsOf: Exposure.mistakes(of: wrongs.flatMap(\.exposures)))
    let faults = publication.filler.targets.told(
      publication.faults + wrongs.flatMap(\.faults))
    outcome.report.add(contentsOf: Fault.mistakes(of: faults, reading: draft.source))
    try addServerFiles(wrongs.map(\.needs), of: publication, draft, to: staging, report: &outcome.report)
    clock.end(.rendering)
    if outcome.report.fails(strict: request.strict) {
      try staging.abandon()
    } else {
      do throws(Report) {
        outcome.output = try staging.commit()
      } catch {
        outcome.report.add(contentsOf: error.sorted)
      }
      clock.end(.writing)
    }
    outcome.pages = routes.count { $0.output.subject != nil }
    outcome.copies = routes.count { if case .file = $0.output { true } else { false } }
    outcome.times = clock.times
    outcome.report = draft.told(outcome.report)
    return outcome
  }

  /// So many outputs are rendered between two looks at the progress.
  static let stride = 64

  private func render(
    _ routes: [Route], of publication: Publication, from draft: PublicationDraft, into staging: Staging,
    telling observer: @escaping Observer
  ) throws -> [Wrongs] {
    let done = Tally()
    let look = draft.lastLook
    return try request.workers.map(routes, keeping: { RenderWorker() }) { worker, route in
      let count = done.next()
      if count.isMultiple(of: Self.stride) { observer(count, routes.count) }
      return Self.wrongs { () throws(Mistake) in
        if case .file(let file) = route.output {
          let place = draft.place(of: file)
          try staging.copy(place, to: route.file)
          var copied = try publication.policyNeeds(ofCopied: place, at: route)
          copied.exposures = try look.exposures(inCopied: place, of: shown(route.file), from: file)
          return copied
        }
        var rendered = try publication.render(route, with: &worker)
        try staging.write(route.file, worker.out)
        rendered.exposures = look.exposures(in: worker.out, of: shown(route.file), from: route.source)
        return rendered
      }
    }
  }

  /// Writes what servers are told of the whole site: headers with one policy for all, and redirects.
  private func addServerFiles(
    _ needs: [Set<PolicyNeed>], of publication: Publication, _ draft: PublicationDraft, to staging: Staging,
    report: inout Report
  ) throws {
    let server = publication.serverFiles(needs.reduce(into: []) { $0.formUnion($1) })
    for (path, bytes) in server.files {
      try staging.write(path, bytes)
      let exposures = draft.lastLook.exposures(
        in: bytes, of: shown(path), from: SiteFolder.configurationName)
      report.add(contentsOf: Exposure.mistakes(of: exposures))
    }
    report.add(contentsOf: server.mistakes)
    if let source = draft.source(SiteFolder.configurationName) {
      report.add(contentsOf: publication.configuration.headers.mistakes(in: source))
    }
  }

  /// The path of a file of the output, as messages show it.
  func shown(_ file: String) -> String { request.output.appending(file).text }

  /// What is wrong with one output, however its rendering ended.
  static func wrongs(_ render: () throws(Mistake) -> Rendered) -> Wrongs {
    do throws(Mistake) {
      let rendered = try render()
      return Wrongs(
        faults: rendered.faults, mistakes: rendered.mistakes, needs: rendered.needs,
        exposures: rendered.exposures)
    } catch {
      return Wrongs(mistakes: [error])
    }
  }
}

/// What is wrong with one output, and what it asks of the site's policy.
struct Wrongs: Sendable {
  var faults: [Fault] = []
  var mistakes: [Mistake] = []
  var needs: Set<PolicyNeed> = []
  var exposures: [Exposure] = []
}

/// Counts across threads.
final class Tally: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
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
