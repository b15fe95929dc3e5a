import Nodes

/// The JSON Schema by which editors complete and check the files of an inventory.
public enum InventorySchema {
  /// The schema of one file, for `docs/inventory.schema.json`.
  public static var node: Node { InventoryFile.schema(title: "inventory/*.yaml", sharing: true) }
}
