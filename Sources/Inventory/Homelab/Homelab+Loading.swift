import Diagnostics
import Disk
import Language
import Nodes

extension Homelab {
  /// Puts together a site's inventory and the snapshots that lie beside it, with their history for dated pages.
  ///
  /// A snapshot that cannot be read is told, and its source counts as one that never answered.
  static func load(
    _ declared: Declared, of site: Path, settings: InventorySettings, now: Instant
  ) -> (homelab: Homelab, report: Report) {
    let folder = SnapshotFolder(ofSite: site)
    var (latest, report) = folder.latest(of: settings.sources)
    var history: [Snapshot] = []
    for source in settings.sources.map(\.id.value) {
      if latest[source] == nil {
        latest[source] = Snapshot(source: source, facts: Observed(), fetchedAt: nil)
      }
      do throws(DiskFailure) {
        for day in try folder.days(of: source) {
          let found = try folder.snapshot(of: source, asOf: day)
          report.add(contentsOf: found.report.sorted)
          if let snapshot = found.snapshot { history.append(snapshot) }
        }
      } catch {
        report.add(error.mistake)
      }
    }
    let snapshots = latest.sorted { $0.key < $1.key }.map(\.value)
    let homelab = Homelab(
      declared: declared, snapshots: snapshots, history: history, policy: settings.ages, now: now)
    return (homelab, report)
  }
}
