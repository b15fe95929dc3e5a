import Diagnostics
import Disk
import Language
import Site
import Synchronization

/// Follows the author: waits for changes, has the site read again, and tells the browsers.
final class Follower: Sendable {
  private let stage: Stage
  private let audience: Audience
  private let opening: SiteOpening
  private let observer: Preview.Observer
  private let watcher: Mutex<any Watcher>
  private let told: Mutex<Told>

  /// What was told already, so that nobody reads it twice.
  private struct Told {
    var mistakes: Set<String>
    var errors: Int
  }

  /// With more files than a person saves at once, a program is at work: the rest of what it does is waited for.
  private static let burst = 8
  /// The pause by which a program's end is known.
  private static let quiet = Duration.milliseconds(30)
  /// Longer than this nobody waits.
  private static let mostGathering = Duration.seconds(1)
  /// With more changes than this, single addresses are not looked up.
  private static let mostLookedUp = 50

  init(
    _ stage: Stage, _ audience: Audience, _ opening: SiteOpening, _ watcher: any Watcher,
    _ observer: @escaping Preview.Observer
  ) {
    self.stage = stage
    self.audience = audience
    self.opening = opening
    self.observer = observer
    self.watcher = Mutex(watcher)
    let known = stage.told
    told = Mutex(Told(mistakes: Set(known.all.map(\.key)), errors: known.errors.count))
  }

  /// Works until it is stopped.
  func run() {
    var gathering = Gathering(names: opening.names)
    var timeout: Duration?
    while let events = current.next(waiting: timeout) {
      let start = ContinuousClock.now
      gathering.add(events, at: start)
      if gathering.count > Self.burst { gather(into: &gathering, since: start) }
      let change = gathering.take(at: .now)
      if !change.isEmpty { apply(change, since: start) }
      if current.isBlind { lookInstead() }
      timeout = gathering.due.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
    }
  }

  func stop() { current.stop() }

  /// Tells what was found wrong since this was last called.
  func tellFound() {
    let found = stage.takeFound()
    guard !found.isEmpty else { return }
    let fresh = fresh(in: Report(found).sorted, forgetting: false)
    if !fresh.isEmpty { observer(.found(Report(fresh))) }
  }

  private var current: any Watcher { watcher.withLock { $0 } }

  private func gather(into gathering: inout Gathering, since start: ContinuousClock.Instant) {
    while start.duration(to: .now) < Self.mostGathering, let more = current.next(waiting: Self.quiet),
      !more.isEmpty
    {
      gathering.add(more, at: .now)
    }
  }

  /// The kernel has reached its limit.
  private func lookInstead() {
    observer(.warned(.watchLimit))
    let polling = PollingWatcher(opening.request.source, names: opening.names)
    watcher.withLock { $0 = polling }
  }
}

extension Follower {
  /// A watcher by the kernel; where that refuses, one that looks.
  static func watcher(
    of root: Path, names: WatchedNames, telling observer: Preview.Observer
  ) -> any Watcher {
    #if os(Linux)
      do throws(InotifyWatcher.Refusal) { return try InotifyWatcher(root, names: names) } catch {
        switch error {
        case .limit: observer(.warned(.watchLimit))
        case .system(let reason): observer(.warned(.cannotWatch(reason: reason)))
        }
      }
    #endif
    return PollingWatcher(root, names: names)
  }

  /// Has the site read again.
  private func apply(_ change: Gathering.Change, since start: ContinuousClock.Instant) {
    let paths = change.paths.sorted()
    let departures = departures(in: change)
    let live: LiveChange
    do {
      try reopenIfMoved(paths, isUnknown: change.isUnknown)
      live = try stage.update(change.isUnknown ? nil : paths, now: opening.request.now())
    } catch let report as Report {
      observer(.found(report))
      return
    } catch {
      observer(.warned(.updateFailed(reason: "\(error)")))
      return
    }
    let moved = Dictionary(live.moved.map { ($0.from, $0.to) } + arrivals(of: departures)) { first, _ in first
    }
    let few = paths.count <= Self.mostLookedUp ? paths : []
    let addresses = few.compactMap { path in stage.site.address(of: path).map { (path, place($0)) } }
    let pages = addresses.filter { RouteFile.isPage($0.1) }
    audience.tell(
      moved: moved.mapValues(place), files: addresses.filter { !RouteFile.isPage($0.1) }.map(\.1),
      follow: opening.request.follows ? pages.first?.1 : nil)
    let before = told.withLock(\.errors)
    let rendered = stage.takeFound()
    let all = rendered.isEmpty ? stage.told.all : Report(stage.told.all + rendered).sorted
    let found = fresh(in: all, forgetting: true)
    let errors = told.withLock(\.errors)
    observer(
      .updated(
        Update(
          paths: paths, address: (pages.first ?? addresses.first)?.1, took: start.duration(to: .now),
          found: Report(found), errors: errors, isMended: before > 0 && errors == 0)))
  }

  /// A site whose path has changed is another one for the browsers.
  private func reopenIfMoved(_ paths: [String], isUnknown: Bool) throws {
    guard isUnknown || paths.contains(SiteFolder.configurationName), let path = opening.basePath,
      path != stage.basePath
    else { return }
    stage.replace(by: try opening.open(below: path))
  }

  /// The addresses of what gets another name, with the file that it becomes.
  private func departures(in change: Gathering.Change) -> [(url: String, source: String)] {
    guard !change.renames.isEmpty, change.renames.count <= Self.mostLookedUp else { return [] }
    return stage.site.places.flatMap { place in
      change.renames.compactMap { old, new in
        if place.source == old { return (place.url, new) }
        guard place.source.hasPrefix("\(old)/") else { return nil }
        return (place.url, new + place.source.dropFirst(old.count))
      }
    }
  }

  /// Where what has another name is now.
  private func arrivals(of departures: [(url: String, source: String)]) -> [(String, String)] {
    departures.prefix(Self.mostLookedUp * 20).compactMap { url, source in
      guard let place = stage.site.address(of: source), place != url else { return nil }
      return (url, place)
    }
  }

  private func place(_ url: String) -> String { stage.site.base?.path(of: url) ?? url }

  /// The mistakes that nobody was told yet; `forgetting` those that are gone, so that they are told if they return.
  private func fresh(in mistakes: [Mistake], forgetting: Bool) -> [Mistake] {
    let keys = mistakes.map(\.key)
    let errors = mistakes.count { $0.finding.severity == .error }
    return told.withLock { told in
      let fresh = zip(mistakes, keys).filter { !told.mistakes.contains($1) }.map(\.0)
      if forgetting {
        (told.mistakes, told.errors) = (Set(keys), errors)
      } else {
        told.mistakes.formUnion(keys)
        told.errors += errors
      }
      return fresh
    }
  }
}

extension Mistake {
  /// What tells it from others, wherever in its file it has moved to.
  fileprivate var key: String { "\(path)\n\(finding.code)\n\(finding.sentence(in: .english).message)" }
}
