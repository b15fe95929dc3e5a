import Diagnostics
import Disk
import Language
import Nodes

/// The inventory of a site as its folder tells it, with all that is wrong with it.
public struct SiteInventory: Sendable {
  public let declared: Declared
  /// What `site.yaml` says of sources and ages.
  public let settings: InventorySettings
  /// The files of the inventory; none for a site that declares nothing.
  public let files: [Source]
  /// What is wrong with what `site.yaml` says.
  public let settingsReport: Report
  /// What is wrong with what is declared.
  public let declaredReport: Report
  private let root: Path

  /// Reads the inventory below a folder; `block` is what `site.yaml`, whose text is `site`, says of it.
  ///
  /// Where there is a `site.yaml`, the sources that things are bound to must be in it.
  public init(of root: Path, settings block: Node?, in site: Source) {
    let folder = InventoryFolder(of: root)
    let (declared, mistakes) = Declared.read(folder.sources)
    let (settings, settingsReport) = Self.settings(block ?? .null, in: site)
    var report = folder.report
    report.add(contentsOf: mistakes.sorted)
    report.add(contentsOf: declared.absentFiles(below: root, in: folder.sources).sorted)
    if !site.bytes.isEmpty, !settingsReport.fails() {
      let known = settings.sources.map(\.id.value)
      report.add(contentsOf: declared.unknownSources(among: known, in: folder.sources).sorted)
    }
    self.declared = declared
    self.settings = settings
    self.settingsReport = settingsReport
    self.root = root
    declaredReport = report
    files = folder.sources
  }

  /// All that is wrong.
  public var report: Report {
    var report = settingsReport
    report.add(contentsOf: declaredReport.sorted)
    return report
  }

  /// The homelab at a time: what is declared, with the snapshots that lie beside it and their history.
  public func homelab(at now: Instant) -> (homelab: Homelab, report: Report) {
    Homelab.load(declared, of: root, settings: settings, now: now)
  }

  /// Tells whether the facts can be renewed: an inventory that is wrong must not keep them from it, but what it says of
  /// publishing has to be understood.
  public var canBePulled: Bool {
    let isAboutPublishing = declaredReport.sorted.contains { $0.finding.code == "inventory-publish" }
    return !settingsReport.fails() && !(isAboutPublishing && declaredReport.fails())
  }

  private static func settings(_ block: Node, in site: Source) -> (InventorySettings, Report) {
    do throws(Report) {
      return try InventorySettings.decode(block, from: site, under: "inventory")
    } catch {
      return (.standIn, error)
    }
  }
}
