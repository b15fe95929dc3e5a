import Disk
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Looks for changes twice a second, where no kernel tells of them: its cost grows with the site.
final class PollingWatcher: Watcher {
  private let root: Path
  private let names: WatchedNames
  private let repository: Repository?
  private let state: Mutex<State>

  private struct State {
    var stamps: [String: FileStamp]
    /// Of the files of the repository that tell of commits.
    var commit: [FileStamp?]
    var isStopped = false
  }

  private static let interval = Duration.milliseconds(500)
  /// How often the waiting looks whether it is still wanted.
  private static let slice = Duration.milliseconds(50)

  init(_ root: Path, names: WatchedNames, in repository: Repository? = nil) {
    self.root = root
    self.names = names
    self.repository = repository
    state = Mutex(State(stamps: [:], commit: []))
    let (stamps, commit) = (look(), lookForCommit())
    state.withLock { ($0.stamps, $0.commit) = (stamps, commit) }
  }

  func next(waiting timeout: Duration?) -> [FileEvent]? {
    let end = timeout.map { ContinuousClock.now + $0 }
    while true {
      var left = Self.interval
      while left > .zero {
        if state.withLock({ $0.isStopped }) { return nil }
        usleep(UInt32(Self.slice.components.attoseconds / 1_000_000_000_000))
        left -= Self.slice
      }
      let (stamps, commit) = (look(), lookForCommit())
      let events = state.withLock { state in
        defer { (state.stamps, state.commit) = (stamps, commit) }
        return Self.events(from: state.stamps, to: stamps)
          + (state.commit == commit ? [] : [FileEvent(.committed, "")])
      }
      if !events.isEmpty { return events }
      if let end, end <= .now { return [] }
    }
  }

  var isBlind: Bool { false }

  func stop() { state.withLock { $0.isStopped = true } }

  private func lookForCommit() -> [FileStamp?] { repository?.files.map { FileStamp(of: $0) } ?? [] }

  private func look() -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    var folders = [""]
    var seen: Set<Path> = []
    while let folder = folders.popLast() {
      let place = folder.isEmpty ? root : root.appending(folder)
      guard seen.insert(place.real).inserted else { continue }
      let inside: [[UInt8]]
      do throws(DiskFailure) { inside = try File.names(in: place) } catch { continue }
      for bytes in inside {
        guard let name = String(validating: bytes, as: UTF8.self) else { continue }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if place.appending(bytes).kind == .folder {
          if names.contains(folder: path) { folders.append(path) }
        } else if names.contains(file: path), let stamp = FileStamp(of: place.appending(bytes)) {
          stamps[path] = stamp
        }
      }
    }
    return stamps
  }

  private static func events(from old: [String: FileStamp], to new: [String: FileStamp]) -> [FileEvent] {
    let written = new.filter { old[$0.key] != $0.value }.keys.sorted().map { FileEvent(.written, $0) }
    return written + old.keys.filter { new[$0] == nil }.sorted().map { FileEvent(.removed, $0) }
  }
}
