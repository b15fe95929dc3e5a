import Diagnostics
import Disk
import Language
import Nodes
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

    public init(source: Path, output: Path, workers: Workers, now: Instant) {
      self.source = source
      self.output = output
      self.workers = workers
      self.now = now
    }
  }

  /// What a build has to tell.
  public struct Outcome: Sendable {
    public let report: Report
    /// What became of the output; nil when it was left as it was.
    public var summary: OutputSummary?
    /// How long each phase took.
    public var times: [(phase: Phase, duration: Duration)] = []
  }

  /// The phases of a build, in their order.
  public enum Phase: String, Sendable, CaseIterable {
    case loading, assembling, rendering, writing
  }

  let request: Request

  public init(_ request: Request) { self.request = request }

  /// Builds the site. Everything wrong is in the outcome's report; nothing is written when there is an error.
  public func run() throws -> Outcome {
    var clock = PhaseClock()
    let draft: PublicationDraft
    do {
      draft = try PublicationDraft(request, clock: &clock)
    } catch let report as Report {
      return Outcome(report: report, times: clock.times)
    }
    guard !draft.report.fails(strict: request.strict), let publication = draft.publication else {
      return Outcome(report: draft.report, times: clock.times)
    }
    return try write(publication, draft, &clock)
  }

  private func write(
    _ publication: Publication, _ draft: PublicationDraft, _ clock: inout PhaseClock
  ) throws -> Outcome {
    let staging = try Staging(request.output, of: request.source, home: request.home)
    var report = draft.report
    report.add(contentsOf: staging.mistakes)
    let routes = publication.assembly.routes.routes
    let source = request.source
    let wrongs = try request.workers.map(routes, keeping: { RenderWorker() }) { worker, route in
      Self.wrongs { () throws(Mistake) in
        if case .file(let file) = route.output {
          try staging.copy(source.appending(file), to: route.file)
          return Rendered()
        }
        let rendered = try publication.render(route, with: &worker)
        try staging.write(route.file, worker.out)
        return rendered
      }
    }
    report.add(contentsOf: wrongs.flatMap(\.mistakes))
    let faults = publication.filler.targets.told(wrongs.flatMap(\.faults))
    report.add(contentsOf: faults.map { fault in fault.mistake(reading: draft.source) })
    clock.end(.rendering)
    guard !report.fails(strict: request.strict) else {
      try staging.abandon()
      return Outcome(report: report, times: clock.times)
    }
    do throws(Report) {
      let summary = try staging.commit()
      clock.end(.writing)
      return Outcome(report: report, summary: summary, times: clock.times)
    } catch {
      report.add(contentsOf: error.sorted)
      return Outcome(report: report, times: clock.times)
    }
  }

  /// What is wrong with one output, however its rendering ended.
  private static func wrongs(_ render: () throws(Mistake) -> Rendered) -> Wrongs {
    do throws(Mistake) {
      let rendered = try render()
      return Wrongs(faults: rendered.faults, mistakes: rendered.mistakes)
    } catch {
      return Wrongs(mistakes: [error])
    }
  }
}

/// What is wrong with one output.
private struct Wrongs: Sendable {
  var faults: [Fault] = []
  var mistakes: [Mistake] = []
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
