import Diagnostics
import Disk
import Inventory
import Language
import Nodes

/// The homelab of a site as its folder tells it, with all that is wrong with it.
struct SiteHomelab: Sendable {
  /// Nil for a site that declares nothing.
  let homelab: Homelab?
  let report: Report

  /// Reads the inventory below a folder, its snapshots, and the block of `site.yaml` about it.
  init(of folder: SiteFolder, now: Instant) {
    let files = InventoryFolder(of: folder.root)
    var report = files.report
    guard !files.sources.isEmpty else {
      (homelab, self.report) = (nil, report)
      return
    }
    let (declared, mistakes) = Declared.read(files.sources)
    report.add(contentsOf: mistakes.sorted)
    var settings = InventorySettings.standIn
    do throws(Report) {
      let node = folder.configuration.blocks.inventory ?? .null
      let decoded = try InventorySettings.decode(node, from: folder.source, under: "inventory")
      settings = decoded.value
      report.add(contentsOf: decoded.warnings.sorted)
    } catch {
      report.add(contentsOf: error.sorted)
    }
    let names = settings.sources.map(\.id.value)
    report.add(contentsOf: declared.unknownSources(among: names, in: files.sources).sorted)
    let folder = SnapshotFolder(ofSite: folder.root)
    let latest = folder.latest(of: settings.sources)
    report.add(contentsOf: latest.report.sorted)
    let history = Self.history(of: settings.sources.map(\.id.value), in: folder, report: &report)
    homelab = Homelab(
      declared: declared, snapshots: latest.snapshots.sorted { $0.key < $1.key }.map(\.value),
      history: history,
      policy: settings.ages, now: now)
    self.report = report
  }

  /// All that is kept of earlier days, for pages that look back.
  private static func history(
    of sources: [String], in folder: SnapshotFolder, report: inout Report
  ) -> [Snapshot] {
    var history: [Snapshot] = []
    for source in sources {
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
    return history
  }
}
