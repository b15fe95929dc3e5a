import Diagnostics
import Language
import Synchronization

/// A site kept in memory while its author writes: what is asked for is rendered, what changes is read again.
///
///     let site = try LiveSite(request)
///     let answer = site.answer(at: "/blog/talos/")             // from any thread
///     let change = try site.update(["content/blog/talos.md"], now: now)
///     for url in change.outdated { reload(url) }
///
/// As long as an error keeps a new state of the site from being understood, the last good one goes on being served.
public final class LiveSite: Sendable {
  private let request: SiteBuild.Request
  private let state: Mutex<State>
  /// The texts that pages were last made of.
  private let shelf: TextShelf

  private struct State {
    /// The last state that could be rendered.
    var site: LiveState?
    /// What has changed since it was read; nil where nobody knows.
    var pending: [String]? = []
    var report: Report
    /// What was rendered since the site last changed.
    var answers = LiveAnswers()
    /// Grows with each change, so that what was rendered from an older state is not kept.
    var generation = 0
  }

  /// So many bytes of texts are kept: all of most sites, and of large ones more than a day's work is made of.
  private static let textLimit = 32 << 20

  /// Reads a site; what is wrong with it is in the report. What an earlier build kept is taken for what did not change.
  public init(_ request: SiteBuild.Request) throws {
    self.request = request
    shelf = TextShelf(limit: Self.textLimit)
    let (site, report) = try Self.read(request, asked: nil, knowing: try Self.knowledge(of: request), shelf)
    state = Mutex(State(site: site, report: report))
  }

  /// What is wrong with the site as it was last read, and with the pages rendered since.
  public var report: Report {
    state.withLock { state in
      var report = state.report
      report.add(contentsOf: state.answers.mistakes)
      return report
    }
  }

  /// The last state that could be rendered.
  var publication: Publication? { state.withLock { $0.site }?.publication }

  /// The addresses of the style sheets.
  var sheets: [String] { state.withLock { $0.site?.sheets } ?? [] }

  /// The addresses of everything that the site answers, with the file that each comes from.
  public var places: [(url: String, source: String)] {
    state.withLock { $0.site }?.publication.assembly.routes.routes.map { ($0.url, $0.source) } ?? []
  }

  /// What the site answers at an address, from its root and without the path of the base address; nil for nothing.
  public func answer(at url: String) -> LiveAnswer? {
    let (site, known, generation) = state.withLock { ($0.site, $0.answers[url], $0.generation) }
    if let known { return known }
    guard let site, let route = site.publication.assembly.routes.route(at: url) else { return nil }
    let answer = LiveAnswer(to: route, of: site.publication, from: site.draft)
    state.withLock { state in
      if state.generation == generation { state.answers.keep(answer, at: url) }
    }
    return answer
  }

  /// Reads what changed and tells what that means for the pages that were shown.
  ///
  /// - `paths` are files and folders from the root of the site; nil where nobody knows what changed.
  /// - `now` is the present, which lets pages appear, expire and grow old.
  public func update(_ paths: [String]?, now: Instant) throws -> LiveChange {
    let (old, shown, pending) = state.withLock { state in
      state.pending = paths.flatMap { paths in state.pending.map { $0 + paths } }
      return (state.site, state.answers, state.pending)
    }
    if let old, let pending, let next = old.retouched(pending, now: now) {
      let report = next.draft.told(next.draft.report)
      if !report.fails(strict: request.strict) {
        let outdated = take(next, report, after: old, shown)
        return LiveChange(outdated: outdated, removed: [], moved: [], report: report)
      }
    }
    var request = request
    request.now = now
    let (site, report) = try Self.read(
      request, asked: old?.publication.asked,
      knowing: old.map { .reading($0.draft, changed: pending) } ?? .nothing, shelf)
    guard let site else {
      state.withLock { $0.report = report }
      return LiveChange(outdated: [], removed: [], moved: [], report: report)
    }
    let outdated = take(site, report, after: old, shown)
    return LiveChange(from: old?.publication, to: site.publication, outdated: outdated, report: report)
  }

  /// Serves another state of the site from here on, and tells which answers are others now.
  private func take(
    _ site: LiveState, _ report: Report, after old: LiveState?, _ shown: LiveAnswers
  ) -> [String] {
    let kept = shown.kept(from: old, to: site)
    state.withLock { state in
      state.site = site
      state.pending = []
      state.report = report
      state.answers = kept
      state.generation += 1
    }
    return shown.urls(missingIn: kept)
  }

  private static func read(
    _ request: SiteBuild.Request, asked: Asked?, knowing knowledge: PublicationDraft.Knowledge,
    _ shelf: TextShelf
  ) throws -> (site: LiveState?, report: Report) {
    var clock = PhaseClock()
    do {
      let draft = try PublicationDraft(
        request, asked: asked, knowing: knowledge, keepingTextsOn: shelf, clock: &clock)
      let site = try draft.publication.map { try LiveState($0, draft, workers: request.workers) }
      return (site, draft.told(draft.report))
    } catch let report as Report {
      return (nil, report)
    }
  }

  /// What an earlier build knew of the texts.
  private static func knowledge(of request: SiteBuild.Request) throws -> PublicationDraft.Knowledge {
    var kept = KeptState(for: request)
    try kept.read()
    return kept.state.map {
      .build($0, SourceLook(at: request.source, besides: request.output, workers: request.workers))
    } ?? .nothing
  }
}
