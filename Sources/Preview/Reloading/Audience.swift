import Diagnostics
import Disk
import Language
import Site
import Synchronization

/// The browsers that look at the site just now; each is told what becomes of its own page.
final class Audience: Sendable {
  private let stage: Stage
  private let tongue: Tongue
  private let state = Mutex(State())

  private struct State {
    var streams: [EventStream] = []
    var isOver = false
  }

  /// More windows than anybody watches; others wait until one is closed.
  private static let most = 500
  /// Overlay and strip stay readable, and small.
  private static let mostMistakes = 20
  private static let mostWaiting = 1_000

  init(of stage: Stage, tongue: Tongue) {
    self.stage = stage
    self.tongue = tongue
  }

  /// A browser begins to look at a page; nil when there are too many, or when all is over.
  func join(showing page: String) -> EventStream? {
    // The first line makes browsers come back soon after the preview was started again.
    let first = Array("retry: 500\n\n".utf8) + note(of: page).event(in: tongue)
    let stream = EventStream(page: page, first: first)
    return state.withLock { state in
      guard !state.isOver, state.streams.count < Self.most else { return nil }
      state.streams.append(stream)
      return stream
    }
  }

  /// The addresses of the pages that are being looked at.
  var pages: Set<String> { Set(state.withLock { $0.streams }.lazy.filter { !$0.isOver }.map(\.page)) }

  /// Tells each browser about its page.
  func tell(moved: [String: String] = [:], files: [String] = [], follow: String? = nil) {
    var events: [String: [UInt8]] = [:]
    for stream in current {
      let event =
        events[stream.page]
        ?? {
          var note = note(of: stream.page)
          note.moved = moved[stream.page]
          note.files = files
          note.follow = follow
          return note.event(in: tongue)
        }()
      events[stream.page] = event
      stream.send(event)
    }
  }

  /// Sends a sign of life, by which connections that were cut are found.
  func keepAlive() { for stream in current { stream.send(Array(":\n\n".utf8)) } }

  /// Ends all streams, and lets nobody join.
  func end() {
    let streams = state.withLock { state in
      state.isOver = true
      return state.streams
    }
    for stream in streams { stream.end() }
  }

  private var current: [EventStream] {
    state.withLock { state in
      state.streams.removeAll { $0.isOver }
      return state.streams
    }
  }
}

extension Audience {
  /// What there is to tell about a page as it is now.
  private func note(of page: String) -> PageNote {
    let site = stage.site
    let scene = stage.scene(at: page)
    let shown = scene ?? site.notFound(for: page).flatMap { stage.scene(at: $0) }
    let source = site.answer(at: page)?.source
    let own = scene?.mistakes ?? []
    let told = stage.told
    let mistakes = Report(own + told.errors + told.others[source ?? "", default: []]).sorted
    let errors = mistakes.filter { $0.finding.severity == .error }
    let warnings = mistakes.filter { $0.finding.severity != .error }
    let waiting = stage.waiting.prefix(Self.mostWaiting).map { site.base?.path(of: $0) ?? $0 }
    return PageNote(
      tag: tag(of: shown, else: told.errors), status: status(of: scene, shown),
      errors: Array(errors.prefix(Self.mostMistakes)), warnings: Array(warnings.prefix(Self.mostMistakes)),
      glance: site.glance(at: page), waiting: Array(waiting), took: stage.time(of: page))
  }

  private func status(of scene: Scene?, _ shown: Scene?) -> Int {
    guard let shown else { return stage.site.base == nil ? 500 : 404 }
    if case .broken = shown.content { return 500 }
    return scene == nil ? 404 : 200
  }

  private func tag(of scene: Scene?, else mistakes: [Mistake]) -> EntityTag? {
    switch scene?.content {
    case .bytes(let bytes)?: EntityTag(of: bytes)
    case .file(let path)?: OpenFile(path, below: stage.source)?.bytes().map { EntityTag(of: $0) }
    case .broken?: PageNote.tagOfBroken(scene?.mistakes ?? [])
    case .redirect?: nil
    case nil: PageNote.tagOfBroken(mistakes)
    }
  }
}
