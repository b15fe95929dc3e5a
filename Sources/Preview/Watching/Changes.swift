import Disk
import Synchronization

/// What an author does, one change at a time: waits for events and takes together what belongs together.
///
/// One thread waits; any thread may stop it.
final class Changes: Sendable {
  /// A change, and when its first sign was seen.
  struct Seen: Sendable {
    let change: Gathering.Change
    let since: ContinuousClock.Instant
  }

  private let root: Path
  private let names: WatchedNames
  private let repository: Repository?
  private let warn: @Sendable (PreviewFinding) -> Void
  private let state: Mutex<State>

  private struct State {
    var watcher: any Watcher
    var gathering: Gathering
    var isStopped = false
  }

  /// With more files than a person saves at once, a program is at work: the rest of what it does is waited for.
  private static let burst = 8
  /// The pause by which a program's end is known.
  private static let quiet = Duration.milliseconds(30)
  /// Longer than this nobody waits.
  private static let mostGathering = Duration.seconds(1)

  /// Watches a site from now on, by the kernel; where that refuses, by looking.
  init(in root: Path, names: WatchedNames, warning warn: @escaping @Sendable (PreviewFinding) -> Void) {
    self.root = root
    self.names = names
    self.warn = warn
    repository = Repository(holding: root)
    let watcher = Self.watcher(root, names, repository, warn)
    state = Mutex(State(watcher: watcher, gathering: Gathering(names: names)))
  }

  /// Waits for the next change; one that is empty when nothing happened in that time, nil when it was stopped.
  func next(waiting limit: Duration? = nil) -> Seen? {
    let end = limit.map { ContinuousClock.now + $0 }
    while let events = events(until: earliest(end, state.withLock(\.gathering.due))) {
      let since = ContinuousClock.now
      state.withLock { $0.gathering.add(events, at: since) }
      gather(since: since)
      guard !isStopped else { return nil }
      if state.withLock(\.watcher).isBlind { lookInstead() }
      let change = state.withLock { $0.gathering.take(at: .now) }
      if !change.isEmpty || end.map({ $0 <= ContinuousClock.now }) ?? false {
        return Seen(change: change, since: since)
      }
    }
    return nil
  }

  /// Whether nobody wants to know any more.
  var isStopped: Bool { state.withLock(\.isStopped) }

  /// Ends the waiting.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.watcher.stop()
    }
  }
}

extension Changes {
  private func earliest(
    _ one: ContinuousClock.Instant?, _ other: ContinuousClock.Instant?
  ) -> ContinuousClock.Instant? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// What happened until an instant; nil when nobody wants to know any more.
  private func events(until end: ContinuousClock.Instant?) -> [FileEvent]? {
    let watcher = state.withLock(\.watcher)
    let events = watcher.next(waiting: end.map { max(.zero, ContinuousClock.now.duration(to: $0)) })
    return isStopped ? nil : events
  }

  /// Where a program is at work, waits until it is silent and what it has removed is known to be gone.
  private func gather(since start: ContinuousClock.Instant) {
    guard state.withLock(\.gathering.count) > Self.burst else { return }
    while start.duration(to: .now) < Self.mostGathering {
      let due = state.withLock(\.gathering.due)
      let quiet = ContinuousClock.now + Self.quiet
      let end = max(quiet, due ?? quiet)
      guard let more = events(until: end), !more.isEmpty || due != nil else { return }
      state.withLock { state in
        state.gathering.add(more, at: .now)
        state.gathering.settle(at: .now)
      }
    }
  }

  /// The kernel has reached its limit. What changed before the first look is read with everything else.
  private func lookInstead() {
    warn(.watchLimit)
    let polling = PollingWatcher(root, names: names, in: repository)
    state.withLock { state in
      state.watcher = polling
      if state.isStopped { polling.stop() }
      state.gathering.add([FileEvent(.anything, "")], at: .now)
    }
  }

  private static func watcher(
    _ root: Path, _ names: WatchedNames, _ repository: Repository?,
    _ warn: @Sendable (PreviewFinding) -> Void
  ) -> any Watcher {
    #if os(Linux)
      do throws(InotifyWatcher.Refusal) {
        return try InotifyWatcher(root, names: names, in: repository)
      } catch {
        switch error {
        case .limit: warn(.watchLimit)
        case .system(let reason): warn(.cannotWatch(reason: reason))
        }
      }
    #endif
    return PollingWatcher(root, names: names, in: repository)
  }
}
