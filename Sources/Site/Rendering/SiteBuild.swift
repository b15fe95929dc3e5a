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
    /// How many outputs were rendered, and how many files copied.
    public var rendered = 0
    public var copied = 0
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
    let output = request.output
    let routes = publication.outputs
    for folder in Self.folders(of: publication.assembly.routes.routes) {
      try File.makeFolders(output.appending(folder))
    }
    let wrongs = try request.workers.map(routes, keeping: { RenderWorker() }) { worker, route in
      Self.wrongs { () throws(Mistake) in
        let rendered = try publication.render(route, with: &worker)
        try worker.write(to: output.appending(route.file))
        return rendered
      }
    }
    clock.end(.rendering)
    var report = draft.report
    report.add(contentsOf: wrongs.flatMap(\.mistakes))
    let faults = publication.filler.targets.told(wrongs.flatMap(\.faults))
    report.add(contentsOf: faults.map { fault in fault.mistake(reading: draft.source) })
    let copied = try copy(publication.assembly.routes.routes)
    clock.end(.writing)
    return Outcome(report: report, rendered: routes.count, copied: copied, times: clock.times)
  }

  private func copy(_ routes: [Route]) throws -> Int {
    var copied = 0
    for route in routes {
      guard case .file(let source) = route.output else { continue }
      let bytes = try File.read(request.source.appending(source))
      try File.write(bytes, to: request.output.appending(route.file), durably: false)
      copied += 1
    }
    return copied
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

  /// The folders that routes need, each once.
  private static func folders(of routes: [Route]) -> [String] {
    var folders = Set<String>()
    for route in routes {
      if let slash = route.file.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folders.insert(String(route.file[..<slash]))
      }
    }
    return folders.sorted()
  }
}

/// What is wrong with one output.
private struct Wrongs: Sendable {
  var faults: [Fault] = []
  var mistakes: [Mistake] = []
}

extension RenderWorker {
  fileprivate func write(to path: Path) throws(Mistake) {
    do throws(DiskFailure) {
      try File.write(out, to: path, durably: false)
    } catch {
      throw error.mistake
    }
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
