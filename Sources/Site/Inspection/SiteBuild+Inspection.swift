import Diagnostics
import Disk
import Workers

extension SiteBuild {
  /// A site that was built in memory, with what somebody saw in each of its outputs.
  public struct Inspection<Sight: Sendable>: Sendable {
    /// What the build tells, with paths as the program knows them; see `told`.
    public var report: Report
    /// Nil when an error keeps the site from being rendered.
    public let publication: Publication?
    /// What was seen, in the order of the routes; nothing of what could not be rendered.
    public internal(set) var sights: [(route: Route, sight: Sight)] = []
    /// How many outputs had to be rendered; the others lay there as they should be.
    public internal(set) var rendered = 0
    public let draft: PublicationDraft
  }

  /// One output to be looked at.
  public struct View: Sendable {
    public let route: Route
    /// The finished bytes.
    public let bytes: [UInt8]
    /// Where the text of the page's own file stands within them; empty where there is none.
    public let content: Range<Int>
  }

  /// Builds the site in memory and shows each output to `look`, on the thread that rendered it; writes nothing.
  /// Outputs that lie finished where the last build wrote them are read rather than rendered.
  ///
  /// Files of the site are shown too where `opens` says so, as the site publishes them. Throws what is wrong with
  /// `site.yaml`, without which nothing can be understood, as a report.
  public func inspect<Kept, Sight: Sendable>(
    opening opens: @escaping @Sendable (Route) -> Bool, telling observer: @escaping Observer = { _, _ in },
    keeping make: @escaping @Sendable (Publication) -> Kept,
    look: @escaping @Sendable (inout Kept, View) -> Sight?
  ) throws -> Inspection<Sight> {
    var clock = PhaseClock()
    var kept = KeptState(for: request)
    try kept.read()
    let draft = try PublicationDraft(
      request, asked: kept.state?.asked, knowing: kept.knowledge(for: request), clock: &clock)
    var inspection = Inspection<Sight>(report: draft.report, publication: draft.publication, draft: draft)
    guard let publication = draft.publication else { return inspection }
    let finished = try FinishedOutputs(kept, of: publication, draft, for: request)
    let routes = publication.assembly.routes.routes
    let done = Tally()
    let seen = try request.workers.map(
      routes, keeping: { (RenderWorker(), make(publication), KnownNeeds()) }
    ) { (hand: inout (RenderWorker, Kept, KnownNeeds), route) -> Seen<Sight> in
      let count = done.next()
      if count.isMultiple(of: Self.stride) { observer(count, routes.count) }
      if let notes = finished?.notes(of: route, into: &hand.0.out, &hand.2) {
        let view = View(route: route, bytes: hand.0.out, content: notes.content)
        return Seen(sight: look(&hand.1, view), wrongs: Wrongs(notes), isRendered: false)
      }
      var sight: Sight?
      let wrongs = Self.wrongs { () throws(Mistake) in
        let rendered = try shown(route, of: publication, draft, opens: opens(route), with: &hand.0)
        if route.output.isFile, !opens(route) { return rendered }
        sight = look(&hand.1, View(route: route, bytes: hand.0.out, content: rendered.content))
        return rendered
      }
      return Seen(sight: sight, wrongs: wrongs, isRendered: !route.output.isFile)
    }
    inspection.sights = zip(routes, seen).compactMap { route, seen in seen.sight.map { (route, $0) } }
    inspection.rendered = seen.count(where: \.isRendered)
    inspection.report.add(contentsOf: Self.mistakes(seen.map(\.wrongs), of: publication, draft))
    return inspection
  }

  /// Renders an output, or reads the file that it is a copy of, and takes the last look at it.
  private func shown(
    _ route: Route, of publication: Publication, _ draft: PublicationDraft, opens: Bool,
    with worker: inout RenderWorker
  ) throws(Mistake) -> Rendered {
    var rendered = try publication.shown(route, of: draft, opens: opens, with: &worker)
    if case .file(let file) = route.output {
      rendered.exposures = try draft.lastLook.exposures(
        inCopied: draft.place(of: file), of: shown(route.file), from: file)
    } else {
      rendered.exposures = draft.lastLook.exposures(
        in: worker.out, of: shown(route.file), from: route.source)
    }
    return rendered
  }

  /// All that the rendering of a site tells.
  private static func mistakes(
    _ wrongs: [Wrongs], of publication: Publication, _ draft: PublicationDraft
  ) -> [Mistake] {
    let faults = publication.filler.targets.told(
      [publication.faults.map(MarkedFault.init)] + wrongs.map(\.faults))
    var mistakes = wrongs.flatMap(\.mistakes) + Exposure.mistakes(of: wrongs.flatMap(\.exposures))
    mistakes += Fault.mistakes(of: faults, reading: draft.source)
    let server = publication.serverFiles(wrongs.lazy.map(\.needs).union)
    mistakes += server.mistakes
    for (path, bytes) in server.files {
      let exposures = draft.lastLook.exposures(in: bytes, of: path, from: SiteFolder.configurationName)
      mistakes += Exposure.mistakes(of: exposures)
    }
    if let source = draft.source(SiteFolder.configurationName) {
      mistakes += publication.configuration.headers.mistakes(in: source)
    }
    return mistakes
  }
}

/// What came of one output that was looked at.
private struct Seen<Sight: Sendable>: Sendable {
  let sight: Sight?
  let wrongs: Wrongs
  let isRendered: Bool
}

extension Publication {
  /// Renders an output, or reads the file that it is a copy of, into the worker's buffer.
  fileprivate func shown(
    _ route: Route, of draft: PublicationDraft, opens: Bool, with worker: inout RenderWorker
  ) throws(Mistake) -> Rendered {
    guard case .file(let file) = route.output else { return try render(route, with: &worker) }
    let needs = try policyNeeds(ofCopied: draft.place(of: file), at: route)
    guard opens else { return needs }
    do throws(DiskFailure) {
      worker.out = try File.read(draft.place(of: file))
    } catch {
      throw Mistake(error.reason, path: route.source, place: nil)
    }
    return needs
  }
}

extension KeptState {
  /// What may be taken over when a site is read.
  fileprivate func knowledge(for request: SiteBuild.Request) -> PublicationDraft.Knowledge {
    guard let state else { return .nothing }
    return .build(state, SourceLook(at: request.source, besides: request.output, workers: request.workers))
  }
}

extension Wrongs {
  /// What is wrong with an output that was rendered before.
  fileprivate init(_ notes: OutputNotes) {
    self.init(faults: notes.faults, mistakes: notes.mistakes, needs: notes.needs)
  }
}
