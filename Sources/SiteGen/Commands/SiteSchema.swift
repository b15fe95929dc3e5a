import Deploy
import Inventory
import Nodes
import Site

/// The schema that editors complete and check `site.yaml` with: all blocks, whichever module reads them.
enum SiteSchema {
  static var node: Node {
    Configuration.schema(
      title: "site.yaml", blocks: ["inventory": InventorySettings.self, "deploy": DeploySettings.self])
  }
}
