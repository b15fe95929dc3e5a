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
    public let draft: PublicationDraft
  }

  /// One output to be looked at.
  public struct View: Sendable {
    public let route: Route
    /// The finished bytes.
    public let bytes: [UInt8]
    /// The text of the page's own file, as it stands within the bytes; empty where there is none.
    public let content: [UInt8]
  }

  /// Builds the site in memory and shows each output to `look`, on the thread that rendered it; writes nothing.
  ///
  /// Files of the site are shown too where `opens` says so, as the site publishes them. Throws what is wrong with
  /// `site.yaml`, without which nothing can be understood, as a report.
  public func inspect<Kept, Sight: Sendable>(
    opening opens: @escaping @Sendable (Route) -> Bool, telling observer: @escaping Observer = { _, _ in },
    keeping make: @escaping @Sendable (Publication) -> Kept,
    look: @escaping @Sendable (inout Kept, View) -> Sight?
  ) throws -> Inspection<Sight> {
    var clock = PhaseClock()
    let draft = try PublicationDraft(request, clock: &clock)
    var inspection = Inspection<Sight>(report: draft.report, publication: draft.publication, draft: draft)
    guard let publication = draft.publication else { return inspection }
    let routes = publication.assembly.routes.routes
    let done = Tally()
    let seen = try request.workers.map(
      routes, keeping: { (RenderWorker(), make(publication)) }
    ) { (kept: inout (RenderWorker, Kept), route) -> (Sight?, Wrongs) in
      let count = done.next()
      if count.isMultiple(of: Self.stride) { observer(count, routes.count) }
      var sight: Sight?
      let wrongs = Self.wrongs { () throws(Mistake) in
        var rendered = try publication.shown(route, of: draft, opens: opens(route), with: &kept.0)
        if case .file(let file) = route.output {
          rendered.exposures = try draft.lastLook.exposures(
            inCopied: draft.place(of: file), of: shown(route.file), from: file)
          if !opens(route) { return rendered }
        } else {
          rendered.exposures = draft.lastLook.exposures(
            in: kept.0.out, of: shown(route.file), from: route.source)
        }
        sight = look(&kept.1, View(route: route, bytes: kept.0.out, content: rendered.content))
        return rendered
      }
      return (sight, wrongs)
    }
    inspection.sights = zip(routes, seen).compactMap { route, seen in seen.0.map { (route, $0) } }
    inspection.report.add(contentsOf: Self.mistakes(seen.map(\.1), of: publication, draft))
    return inspection
  }

  /// All that the rendering of a site tells.
  private static func mistakes(
    _ wrongs: [Wrongs], of publication: Publication, _ draft: PublicationDraft
  ) -> [Mistake] {
    let faults = publication.filler.targets.told(
      [publication.faults.map(MarkedFault.init)] + wrongs.map(\.faults))
    var mistakes = wrongs.flatMap(\.mistakes) + Exposure.mistakes(of: wrongs.flatMap(\.exposures))
    mistakes += Fault.mistakes(of: faults, reading: draft.source)
    let server = publication.serverFiles(wrongs.reduce(into: []) { $0.formUnion($1.needs) })
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
