import Diagnostics
import Inventory
import Language
import Nodes
import Site

extension Command {
  /// `sitegen inventory validate`: whether the inventory is right.
  static let inventoryValidate = Command(
    name: "inventory validate",
    summary: Words(
      en: "check the inventory: its form, its references, and what does not fit together",
      es: "revisa el inventario: su forma, sus referencias y lo que no encaja"),
    options: [.source, .strict],
    examples: ["sitegen inventory validate", "sitegen inventory validate --strict --format github"],
    run: { invocation, console in
      guard let inventory = SiteInventory(of: invocation, on: console) else { return .wrong }
      console.show(inventory.report)
      let fails = inventory.report.fails(strict: invocation.has(Option.strict.name))
      guard !fails else { return .wrong }
      let account = InventoryAccount(of: inventory.declared, files: inventory.files.count)
      console.print(console.format == .json ? account.json() : account.human(in: console.tongue))
      return .done
    }
  )
}
