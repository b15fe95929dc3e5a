import Diagnostics
import Disk
import Inventory
import Language
import Nodes
import Site

extension SiteInventory {
  /// The homelab as the site would show it: what is declared, with the snapshots that lie beside it.
  func homelab(at now: Instant) -> (homelab: Homelab, report: Report) {
    var report = Report()
    var snapshots: [Snapshot] = []
    let folder = root.appending(InventoryFolder.name).appending(InventoryFolder.liveName)
    do throws(DiskFailure) {
      let files = File.exists(folder) ? try Tree(walking: folder).files.map(\.path) : []
      for path in files where path.bytes.suffix(5).elementsEqual(".json".utf8) && path.parent == Path(".") {
        let shown = "\(InventoryFolder.name)/\(InventoryFolder.liveName)/\(path.text)"
        let source = Source(path: shown, bytes: try File.read(folder.appending(path.bytes)))
        do throws(Report) {
          snapshots.append(try Self.snapshot(in: source))
        } catch {
          report.add(contentsOf: error.sorted)
        }
      }
    } catch {
      report.add(error.mistake)
    }
    let homelab = Homelab(declared: declared, snapshots: snapshots, policy: policy, now: now)
    return (homelab, report)
  }

  private static func snapshot(in file: Source) throws(Report) -> Snapshot {
    let node = try JSON.read(file)
    return Snapshot(
      source: node["source"]?.text ?? "",
      facts: try Observed.decode(node["facts"] ?? .null, from: file).value,
      fetchedAt: node["fetched_at"]?.text.flatMap { Instant(rfc3339: $0) },
      staleSince: node["stale_since"]?.text.flatMap { Instant(rfc3339: $0) },
      lastError: node["last_error"]?.text)
  }
}
