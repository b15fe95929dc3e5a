import Diagnostics
import Disk
import Language
import Nodes

/// The snapshots of a site: `inventory/live/<source>.json`, and below `history/` how they were on earlier days.
public struct SnapshotFolder: Sendable {
  private let root: Path
  /// The folder as messages name it.
  private let name = "inventory/live"

  /// The snapshots of the site in a folder.
  public init(ofSite site: Path) { root = site.appending(name) }

  /// Larger than the facts of two thousand nodes.
  private static let largest = 64 << 20

  /// The latest snapshot of a source, with what is wrong with it; none where there is no file.
  public func latest(of source: String) -> (snapshot: Snapshot?, report: Report) {
    read("\(source).json", of: source)
  }

  /// The snapshots of sources as a build uses them: of a source that is told to be forgotten when it does not answer,
  /// only that it is silent.
  public func latest(of sources: [SourceSettings]) -> (snapshots: [String: Snapshot], report: Report) {
    var snapshots: [String: Snapshot] = [:]
    var report = Report()
    for source in sources {
      let id = source.id.value
      let found = latest(of: id)
      report.add(contentsOf: found.report.sorted)
      guard let snapshot = found.snapshot else { continue }
      let isForgotten = source.onError == .declared && snapshot.staleSince != nil
      snapshots[id] =
        isForgotten
        ? Snapshot(
          source: id, facts: Observed(), fetchedAt: nil, staleSince: snapshot.staleSince,
          lastError: snapshot.lastError) : snapshot
    }
    return (snapshots, report)
  }

  /// How a source was on a day: the last snapshot of that day or before it; none where the history begins later.
  public func snapshot(of source: String, asOf day: CivilDay) throws(DiskFailure) -> (
    snapshot: Snapshot?, report: Report
  ) {
    guard let last = try days(of: source).last(where: { $0 <= day }) else { return (nil, Report()) }
    return read("history/\(source)/\(last.rfc3339).json", of: source)
  }

  /// The days of which the history of a source tells, the earliest first.
  public func days(of source: String) throws(DiskFailure) -> [CivilDay] {
    let folder = root.appending("history/\(source)")
    guard File.exists(folder) else { return [] }
    return try Tree(walking: folder).files.compactMap { entry in
      let name = entry.path.text
      return name.hasSuffix(".json") ? CivilDay(rfc3339: String(name.dropLast(5))) : nil
    }.sorted()
  }
}

extension SnapshotFolder {
  /// Replaces the snapshot of a source; facts that are new are kept in the history, too.
  func write(_ snapshot: Snapshot, on day: CivilDay) throws(DiskFailure) {
    let bytes = SnapshotFile.encode(snapshot)
    try write(bytes, to: root.appending("\(snapshot.source).json"))
    guard snapshot.isLive, try !isKnown(snapshot) else { return }
    try write(bytes, to: root.appending("history/\(snapshot.source)/\(day.rfc3339).json"))
  }

  /// Whether the last day of the history tells the same facts.
  private func isKnown(_ snapshot: Snapshot) throws(DiskFailure) -> Bool {
    guard let last = try days(of: snapshot.source).last else { return false }
    return read("history/\(snapshot.source)/\(last.rfc3339).json", of: snapshot.source).snapshot?.facts
      == snapshot.facts
  }

  private func write(_ bytes: [UInt8], to path: Path) throws(DiskFailure) {
    if File.exists(path), try File.read(path, limit: Self.largest) == bytes { return }
    try File.makeFolders(path.parent)
    try File.write(bytes, to: path)
  }

  private func read(_ file: String, of source: String) -> (snapshot: Snapshot?, report: Report) {
    let path = root.appending(file)
    guard File.exists(path) else { return (nil, Report()) }
    let shown = "\(name)/\(file)"
    let bytes: [UInt8]
    do throws(DiskFailure) {
      bytes = try File.read(path, limit: Self.largest)
    } catch {
      return (nil, Report([Mistake(SnapshotFinding.damaged(source: source), path: shown, place: nil)]))
    }
    do throws(SnapshotFinding) {
      return (try SnapshotFile.decode(Source(path: shown, bytes: bytes), of: source), Report())
    } catch {
      return (nil, Report([Mistake(error, path: shown, place: nil)]))
    }
  }
}
