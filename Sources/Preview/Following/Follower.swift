import Diagnostics
import Disk
import Language
import Site
import Synchronization

/// Follows the author and the clock: waits for changes, has the site read again, and tells the browsers.
final class Follower: Sendable {
  private let stage: Stage
  private let audience: Audience
  private let opening: SiteOpening
  private let observer: Preview.Observer
  private let changes: Changes
  private let told: Mutex<Told>
  /// Which commit is checked out.
  private let commit: Mutex<String>
  private let isOver = Atomic<Bool>(false)

  /// What was told already, so that nobody reads it twice.
  private struct Told {
    var mistakes: Set<String>
    var errors: Int
  }

  /// The clock may be set, the machine may sleep, a page may be shown that is true for a minute: so often it is looked at
  /// the clock.
  private static let mostWaiting = Duration.seconds(2)
  /// With more changes than this, single addresses are not looked up.
  private static let mostLookedUp = 50

  init(
    _ stage: Stage, _ audience: Audience, _ opening: SiteOpening, _ changes: Changes,
    _ observer: @escaping Preview.Observer
  ) {
    self.stage = stage
    self.audience = audience
    self.opening = opening
    self.observer = observer
    self.changes = changes
    let known = stage.told
    told = Mutex(Told(mistakes: Set(known.all.map(\.key)), errors: known.errors.count))
    commit = Mutex(Git.state(of: opening.request.source.text))
  }

  /// Works until it is stopped.
  func run() {
    while let seen = changes.next(waiting: patience) {
      let isOtherCommit = (seen.change.hasCommit || seen.change.isUnknown) && takeCommit()
      if isOtherCommit || seen.change.isUnknown {
        apply(seen, cause: isOtherCommit ? .commit : .files, isUnknown: true)
      } else if !seen.change.paths.isEmpty {
        apply(seen, cause: .files, isUnknown: false)
      } else if isLate {
        apply(seen, cause: .time, isUnknown: false)
      }
    }
    isOver.store(true, ordering: .releasing)
  }

  func stop() { changes.stop() }

  /// Whether the work has ended.
  var hasEnded: Bool { isOver.load(ordering: .acquiring) }

  /// Tells what was found wrong since this was last called.
  func tellFound() {
    let found = stage.takeFound()
    guard !found.isEmpty else { return }
    let fresh = fresh(in: Report(found).sorted, forgetting: false)
    if !fresh.isEmpty { observer(.found(Report(fresh))) }
  }

  /// Until when nothing changes by itself.
  private var patience: Duration {
    guard let next = stage.nextChange else { return Self.mostWaiting }
    // Rather late by less than a second than again and again too early.
    let seconds = next.seconds - opening.request.now().seconds + (next.nanosecond > 0 ? 1 : 0)
    return min(Self.mostWaiting, max(.zero, .seconds(seconds)))
  }

  /// Whether something is to be seen now that was not before, or no longer.
  private var isLate: Bool { stage.nextChange.map { $0 <= opening.request.now() } ?? false }

  /// Whether another commit is checked out than before.
  private func takeCommit() -> Bool {
    let now = Git.state(of: opening.request.source.text)
    return commit.withLock { commit in
      defer { commit = now }
      return commit != now
    }
  }
}

extension Follower {
  /// Has the site read again.
  private func apply(_ seen: Changes.Seen, cause: Update.Cause, isUnknown: Bool) {
    let change = seen.change
    let paths = change.paths.sorted()
    let departures = departures(in: change)
    let live: LiveChange
    do {
      try reopenIfMoved(paths, isUnknown: isUnknown)
      live = try stage.update(isUnknown ? nil : paths, now: opening.request.now())
    } catch let report as Report {
      observer(.found(report))
      return
    } catch {
      observer(.warned(.updateFailed(reason: "\(error)")))
      return
    }
    guard !changes.isStopped else { return }
    let moved = Dictionary(live.moved.map { ($0.from, $0.to) } + arrivals(of: departures)) { first, _ in first
    }
    let few = paths.count <= Self.mostLookedUp ? paths : []
    let addresses = few.compactMap { path in stage.site.address(of: path).map { (path, place($0)) } }
    let pages = addresses.filter { RouteFile.isPage($0.1) }
    audience.tell(
      moved: moved.mapValues(place), files: addresses.filter { !RouteFile.isPage($0.1) }.map(\.1),
      follow: opening.request.follows ? pages.first?.1 : nil)
    // Most instants change nothing that anybody sees.
    if cause != .files, live.isEmpty { return }
    let before = told.withLock(\.errors)
    let rendered = stage.takeFound()
    let all = rendered.isEmpty ? stage.told.all : Report(stage.told.all + rendered).sorted
    let found = fresh(in: all, forgetting: true)
    let errors = told.withLock(\.errors)
    observer(
      .updated(
        Update(
          cause: cause, paths: paths, address: (pages.first ?? addresses.first)?.1,
          took: seen.since.duration(to: .now),
          found: Report(found), errors: errors, isMended: before > 0 && errors == 0)))
  }

  /// A site whose path has changed is another one for the browsers.
  private func reopenIfMoved(_ paths: [String], isUnknown: Bool) throws {
    guard isUnknown || paths.contains(SiteFolder.configurationName), let path = opening.basePath,
      path != stage.basePath
    else { return }
    stage.replace(by: try opening.open(below: path), now: opening.request.now())
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
