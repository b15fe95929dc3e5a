import Diagnostics
import Disk
import Inventory
import Nodes
import Site

/// The inventory of a site as the commands read it, with all that is wrong with it.
struct SiteInventory {
  let declared: Declared
  let files: [Source]
  let report: Report
  let root: Path
  /// How old facts may be.
  let policy: FreshnessPolicy

  /// Reads the inventory below a folder; where there is a `site.yaml`, its sources must be those that things are bound to.
  init(of root: Path) throws(Report) {
    let folder = InventoryFolder(of: root)
    let (declared, mistakes) = Declared.read(folder.sources)
    var report = folder.report
    report.add(contentsOf: mistakes.sorted)
    var policy = FreshnessPolicy()
    if File.exists(root.appending(SiteFolder.configurationName)) {
      let site = try SiteFolder(at: root)
      let block = site.configuration.blocks.inventory
      let names = (block?["sources"]?.list ?? []).compactMap { $0["id"]?.text }
      policy = try FreshnessPolicy(ofBlock: block, in: site.source)
      report.add(contentsOf: declared.unknownSources(among: names, in: folder.sources).sorted)
    }
    self.declared = declared
    self.report = report
    self.root = root
    self.policy = policy
    files = folder.sources
  }
}
