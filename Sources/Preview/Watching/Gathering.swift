/// Makes one change of what editors do to save one file.
///
/// What is whole counts at once: a file closed after writing, a file renamed to its place. What is gone counts only when
/// it stays away for a moment, because many editors move the old file aside first. So does a new file whose name
/// tells nothing: it is likely the draft of another one and about to be renamed.
///
///     removed talos.md · created talos.md · written talos.md     ->  talos.md, at once
///     written sedx81Ha · renamed sedx81Ha -> talos.md             ->  talos.md, at once
///     removed talos.md                                            ->  talos.md, after a moment
///     created sedx81Ha · removed sedx81Ha                         ->  nothing
struct Gathering: Sendable {
  /// What has to be read again.
  struct Change: Sendable, Equatable {
    var paths: Set<String> = []
    /// Names that were given to what had others.
    var renames: [String: String] = [:]
    /// Whether anything may have changed.
    var isUnknown = false
    /// Whether another commit may be checked out.
    var hasCommit = false

    var isEmpty: Bool { paths.isEmpty && !isUnknown && !hasCommit }
  }

  /// So long may a file be away while it is being saved.
  static let grace = Duration.milliseconds(60)

  private let names: WatchedNames
  private var ready = Change()
  private var uncertain: [String: ContinuousClock.Instant] = [:]
  /// What came since the last change was taken: where it goes again, nothing has changed. A draft that is renamed seems to
  /// go when its arrival under the other name is told a moment later.
  private var fresh: Set<String> = []
  /// When git is likely done with what it began: it touches several of its files for one commit.
  private var commit: ContinuousClock.Instant?

  init(names: WatchedNames) { self.names = names }

  /// Takes what happened.
  mutating func add(_ events: [FileEvent], at now: ContinuousClock.Instant) {
    for event in events { add(event, at: now) }
  }

  /// When something uncertain becomes a fact; nil when nothing waits for that.
  var due: ContinuousClock.Instant? { (uncertain.values + (commit.map { [$0] } ?? [])).min() }

  /// How much happened that was not taken yet.
  var count: Int { ready.paths.count + uncertain.count }

  /// Lets what is uncertain become a fact where it has been long enough.
  mutating func settle(at now: ContinuousClock.Instant) {
    for (path, due) in uncertain where due <= now {
      ready.paths.insert(path)
      uncertain[path] = nil
    }
    if let due = commit, due <= now {
      ready.hasCommit = true
      commit = nil
    }
  }

  /// Takes what counts by now.
  mutating func take(at now: ContinuousClock.Instant) -> Change {
    settle(at: now)
    defer {
      fresh.subtract(ready.paths)
      ready = Change()
    }
    return ready
  }

  private mutating func add(_ event: FileEvent, at now: ContinuousClock.Instant) {
    switch event.kind {
    case .anything: ready.isUnknown = true
    case .committed: commit = now + Self.grace
    case .removed:
      guard matters(event) else { return }
      ready.paths.remove(event.path)
      lose(event.path, at: now)
    case .created:
      // Its end comes with its content; what never gets any counts after a moment.
      guard matters(event), uncertain[event.path] == nil else { return }
      uncertain[event.path] = now + Self.grace
      fresh.insert(event.path)
    case .written:
      guard matters(event) else { return }
      if uncertain[event.path] != nil, !event.isFolder, !Self.isKnown(event.path) {
        uncertain[event.path] = now + Self.grace
      } else {
        count(event.path)
      }
    case .renamed(let old):
      let wasOurs = names.contains(file: old) || event.isFolder && names.contains(folder: old)
      if matters(event) {
        count(event.path)
        fresh.remove(old)
        if wasOurs, uncertain.removeValue(forKey: old) == nil || Self.isKnown(old) {
          count(old)
          ready.renames[old] = event.path
        }
      } else if wasOurs {
        lose(old, at: now)
      }
    }
  }

  /// What is gone counts after a moment, unless nobody knew of it.
  private mutating func lose(_ path: String, at now: ContinuousClock.Instant) {
    uncertain[path] = fresh.remove(path) == nil ? now + Self.grace : nil
  }

  private mutating func count(_ path: String) {
    uncertain[path] = nil
    ready.paths.insert(path)
  }

  private func matters(_ event: FileEvent) -> Bool {
    event.isFolder ? names.contains(folder: event.path) : names.contains(file: event.path)
  }

  /// Whether a name's ending is one that drafts do not have: `.md`, `.yaml`, `.css`.
  private static func isKnown(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let endings: Set<String> = [
    "md", "markdown", "mdx", "yaml", "yml", "json", "csv", "html", "htm", "css", "js", "mjs", "svg", "png",
    "jpg", "jpeg",
    "webp", "avif", "gif", "ico", "txt", "xml", "woff", "woff2", "pdf",
  ]
}
