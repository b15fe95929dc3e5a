import Bytes
import Diagnostics
import Disk
import Language
import Site
import Synchronization

/// The site as the server sees it: what it answers, what hosts are told beside it, and how it came about.
///
/// Any thread may ask; one thread updates.
final class Stage: Sendable {
  let source: Path
  private let state: Mutex<State>

  private struct State {
    var site: LiveSite
    /// What the site's policy has to allow for the pages shown so far, by their address.
    var needs: [String: Set<PolicyNeed>] = [:]
    var rules: ServerRules?
    /// The addresses of pages that readers do not see yet.
    var waiting: [String]?
    /// The last good bytes of pages, the latest shown last.
    var good: [(url: String, bytes: [UInt8])] = []
    /// How long each page took that was rendered since the last change.
    var times: [String: Duration] = [:]
    /// How long the last update took.
    var updating = Duration.zero
    var changed: [String] = []
    /// Until when what was shown is true, by its address.
    var expiries: [String: Instant] = [:]
    /// The present of the last update.
    var now: Instant
    var told: Told
    /// Grows with each update, so that what was made from an older state is not kept.
    var generation = 0
    /// What was found wrong while pages were rendered, until it is asked for.
    var found: [Mistake] = []

    init(_ site: LiveSite, report: Report, now: Instant) {
      self.site = site
      self.now = now
      told = Told(report)
    }
  }

  /// What is wrong with the site as a whole: errors concern all pages, the rest their own.
  struct Told: Sendable {
    /// In the order of their places.
    let all: [Mistake]
    let errors: [Mistake]
    let others: [String: [Mistake]]

    init(_ report: Report) {
      all = report.sorted
      errors = all.filter { $0.finding.severity == .error }
      others = Dictionary(grouping: all.filter { $0.finding.severity != .error }, by: \.path)
    }
  }

  /// A writer looks at few pages at once; for so many the last good state is kept against mistakes.
  private static let mostGood = 64

  init(_ site: LiveSite, source: Path, now: Instant) {
    self.source = source
    state = Mutex(State(site, report: site.report, now: now))
  }

  var site: LiveSite { state.withLock { $0.site } }
  var told: Told { state.withLock { $0.told } }

  /// Where the site lies below the server: `/` or `/blog/`.
  var basePath: String { site.base?.path ?? "/" }

  /// What answers at an address of the site; nil for nothing.
  func scene(at url: String) -> Scene? {
    let site = site
    let start = ContinuousClock.now
    guard let answer = site.answer(at: url) else { return nil }
    let took = start.duration(to: .now)
    return state.withLock { state in
      if state.times[url] == nil {
        state.times[url] = took
        state.found += answer.mistakes
      }
      if state.needs[url] != answer.needs, !answer.needs.isEmpty {
        state.needs[url] = answer.needs
        state.rules = nil
      }
      state.expiries[url] = answer.expiry
      switch answer.body {
      case .bytes(let bytes):
        if RouteFile.isPage(url) { Self.keep(bytes, of: url, in: &state) }
        return Scene(url: url, content: .bytes(bytes), mistakes: answer.mistakes)
      case .file(let path): return Scene(url: url, content: .file(path), mistakes: answer.mistakes)
      case .redirect(let target): return Scene(url: url, content: .redirect(to: target), mistakes: [])
      case .nothing:
        let last = state.good.last { $0.url == url }
        return Scene(url: url, content: last.map { .bytes($0.bytes) } ?? .broken, mistakes: answer.mistakes)
      }
    }
  }

  /// The addresses of pages that readers do not see yet.
  var waiting: [String] {
    let (site, known, generation) = state.withLock { ($0.site, $0.waiting, $0.generation) }
    if let known { return known }
    let waiting = site.waiting
    state.withLock { state in if state.generation == generation { state.waiting = waiting } }
    return waiting
  }

  /// Gives what was found wrong while pages were rendered, once.
  func takeFound() -> [Mistake] {
    state.withLock { state in
      defer { state.found = [] }
      return state.found
    }
  }

  /// What hosts would be told of the site, as far as it was shown.
  var rules: ServerRules {
    let (site, needs, known, generation) = state.withLock { ($0.site, $0.needs, $0.rules, $0.generation) }
    if let known { return known }
    // Style sheets need for each page that uses them, and are asked for after it.
    let union = needs.values.reduce(into: site.needsOfSheets) { $0.formUnion($1) }
    let rules = ServerRules(of: site, at: source, needs: union)
    state.withLock { state in
      if state.generation == generation, state.needs.count == needs.count { state.rules = rules }
    }
    return rules
  }

  /// How long the page at an address took from the last save on, or to be rendered if that changed nothing of it.
  func time(of url: String) -> Duration {
    state.withLock { state in
      let rendering = state.times[url] ?? .zero
      return state.changed.contains(url) ? state.updating + rendering : rendering
    }
  }

  /// The next instant at which something would be shown otherwise without any edit; nil for never.
  ///
  /// What shows the present itself is not waited for: it would never be true.
  var nextChange: Instant? {
    state.withLock { state in
      let instants = state.expiries.values.map { $0 } + (state.site.nextChange.map { [$0] } ?? [])
      return instants.filter { $0 > state.now }.min()
    }
  }

  /// Reads what changed.
  func update(_ paths: [String]?, now: Instant) throws -> LiveChange {
    let start = ContinuousClock.now
    // Whatever comes of it: what should have come by now is not tried for again.
    state.withLock { $0.now = now }
    let change = try site.update(paths, now: now)
    let told = Told(change.report)
    state.withLock { state in
      state.told = told
      state.updating = start.duration(to: .now)
      state.changed = change.outdated
      state.rules = nil
      state.waiting = nil
      state.generation += 1
      for url in change.outdated + change.removed {
        state.expiries[url] = nil
        state.times[url] = nil
        state.needs[url] = nil
      }
    }
    return change
  }

  /// Takes another site in place of this one: its address has changed.
  func replace(by site: LiveSite, now: Instant) {
    let report = site.report
    state.withLock { state in
      let generation = state.generation + 1
      state = State(site, report: report, now: now)
      state.generation = generation
    }
  }

  private static func keep(_ bytes: [UInt8], of url: String, in state: inout State) {
    state.good.removeAll { $0.url == url }
    state.good.append((url, bytes))
    if state.good.count > mostGood { state.good.removeFirst() }
  }
}

/// What stands at one address just now.
struct Scene: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    case file(Path)
    case redirect(to: String)
    /// Nothing good was ever there.
    case broken
  }

  let url: String
  let content: Content
  let mistakes: [Mistake]
}

/// What the names of addresses tell.
enum RouteFile {
  /// The name of the file that a build would write.
  static func name(of url: String) -> String { url.hasSuffix("/") ? "\(url)index.html" : url }

  /// Whether it is a page for people.
  static func isPage(_ url: String) -> Bool { url.hasSuffix("/") || url.hasSuffix(".html") }
}
