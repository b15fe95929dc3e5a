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
    homelab = Homelab(declared: declared, snapshots: [], policy: settings.ages, now: now)
    self.report = report
  }
}
