import Inventory

extension SiteInventory {
  /// Reads the inventory of a site.
  public init(of folder: SiteFolder) {
    self.init(of: folder.root, settings: folder.configuration.blocks.inventory, in: folder.source)
  }
}
