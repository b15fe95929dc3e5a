import Diagnostics
import Disk
import Inventory
import Site

extension SiteInventory {
  /// The inventory of the site that a command was given; what keeps the site from being read is shown, and it is nil.
  init?(of invocation: Invocation, on console: Console) {
    do throws(Report) {
      self.init(of: try SiteFolder(at: Path(invocation.text(Option.source.name) ?? ".")))
    } catch {
      console.show(error)
      return nil
    }
  }
}
