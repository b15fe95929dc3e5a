import Diagnostics
import Disk
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

  private struct State {
    /// The last state that could be rendered.
    var site: (publication: Publication, draft: PublicationDraft)?
    /// What was known of it.
    var facts: Facts?
    var report: Report
    /// What was rendered since the site last changed, by address.
    var answers: [String: LiveAnswer] = [:]
    /// Grows with each change, so that what was rendered from an older state is not kept.
    var generation = 0
  }

  /// Reads a site; what is wrong with it is in the report.
  public init(_ request: SiteBuild.Request) throws {
    self.request = request
    var state = State(report: Report())
    try Self.read(request, asked: Asked(), into: &state)
    let first = state
    self.state = Mutex(first)
  }

  /// What is wrong with the site as it was last read, and with the pages rendered since.
  public var report: Report {
    state.withLock { state in
      var report = state.report
      report.add(contentsOf: state.answers.values.flatMap(\.mistakes))
      return report
    }
  }

  /// The last state that could be rendered.
  var publication: Publication? { state.withLock { $0.site }?.publication }

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
      if state.generation == generation { state.answers[url] = answer }
    }
    return answer
  }

  /// Reads what changed and tells what that means for the pages that were shown.
  ///
  /// - `paths` are files and folders from the root of the site; nil where nobody knows what changed.
  /// - `now` is the present, which lets pages appear, expire and grow old.
  public func update(_ paths: [String]?, now: Instant) throws -> LiveChange {
    var request = request
    request.now = now
    let (old, shown) = state.withLock { ($0.site, $0.answers) }
    var next = State(report: Report())
    try Self.read(request, asked: old?.publication.asked ?? Asked(), into: &next)
    guard let site = next.site, let facts = next.facts else {
      state.withLock { $0.report = next.report }
      return LiveChange(outdated: [], removed: [], moved: [], report: next.report)
    }
    let kept = kept(of: shown, at: old?.publication.setting.now, site.publication, facts).mapValues {
      $0.told(by: site.publication, site.draft)
    }
    let report = next.report
    state.withLock { state in
      state.site = site
      state.facts = facts
      state.report = report
      state.answers = kept
      state.generation += 1
    }
    return LiveChange(
      from: old?.publication, to: site.publication,
      outdated: shown.keys.filter { kept[$0] == nil }.sorted { $0.precedes($1) }, report: report)
  }

  /// The answers that would be the same now.
  private func kept(
    of shown: [String: LiveAnswer], at then: Instant?, _ publication: Publication, _ facts: Facts
  ) -> [String: LiveAnswer] {
    let known = state.withLock { ($0.facts, $0.site?.publication) }
    guard var old = known.0, let before = known.1, let then else { return [:] }
    old.addAnswers(of: before)
    let staleness = Staleness(from: old, at: then, to: publication, facts)
    return shown.filter { url, answer in
      guard let route = publication.assembly.routes.route(at: url) else { return false }
      switch route.output {
      // What is put together from the whole site is quickly made again; a file may be another at any time.
      case .sitemap, .file, .asset: return false
      default: break
      }
      return staleness.reasons(for: answer.trace, showing: publication.keys.digest(of: route.output)).isEmpty
    }
  }

  private static func read(
    _ request: SiteBuild.Request, asked: Asked, into state: inout State
  ) throws {
    var clock = PhaseClock()
    do {
      let draft = try PublicationDraft(request, asked: asked, clock: &clock)
      state.report = draft.told(draft.report)
      state.site = draft.publication.map { ($0, draft) }
      state.facts = draft.publication.map { Facts(of: $0) }
    } catch let report as Report {
      state.report = report
    }
  }
}
