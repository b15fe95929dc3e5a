import Diagnostics
import Disk
import Inventory
import Language
import Nodes
import Site

/// The inventory of a site as the commands read it, with all that is wrong with it.
struct SiteInventory {
  let declared: Declared
  let files: [Source]
  let report: Report
  private let root: Path
  private let settings: InventorySettings

  /// Reads the inventory below a folder; where there is a `site.yaml`, its sources must be those that things are bound to.
  init(of root: Path) throws(Report) {
    let folder = InventoryFolder(of: root)
    let (declared, mistakes) = Declared.read(folder.sources)
    var report = folder.report
    report.add(contentsOf: mistakes.sorted)
    var settings = InventorySettings.standIn
    if File.exists(root.appending(SiteFolder.configurationName)) {
      let site = try SiteFolder(at: root)
      if let block = site.configuration.blocks.inventory {
        settings = try InventorySettings.decode(block, from: site.source).value
      }
      let names = settings.sources.map(\.id.value)
      report.add(contentsOf: declared.unknownSources(among: names, in: folder.sources).sorted)
    }
    self.declared = declared
    self.report = report
    self.root = root
    self.settings = settings
    files = folder.sources
  }

  /// The homelab as the site would show it: what is declared, with the snapshots that lie beside it.
  func homelab(at now: Instant) -> (homelab: Homelab, report: Report) {
    Homelab.load(declared, of: root, settings: settings, now: now)
  }
}
