import Diagnostics
import Inventory
import Language
import Nodes
import Site

extension Command {
  /// `sitegen inventory diff`: how what is declared and what was observed differ.
  static let inventoryDiff = Command(
    name: "inventory diff",
    summary: Words(
      en: "compare what is declared with what was last observed",
      es: "compara lo declarado con lo último observado"),
    options: [.source, .now],
    details: Words(
      en:
        "Ends with 1 when something is missing, undeclared or different. What cannot be told, since a source is "
        + "silent or out of date, is listed and is no drift. --verbose lists the conditions that are met too.",
      es:
        "Acaba con 1 si algo falta, sobra o difiere. Lo que no se puede saber, porque una fuente calla o está "
        + "caducada, se enumera y no es deriva. --verbose enumera también las condiciones que se cumplen."),
    examples: ["sitegen inventory diff", "sitegen inventory diff --format json"],
    run: { invocation, console in
      guard let inventory = SiteInventory(of: invocation, on: console) else { return .wrong }
      let (homelab, unread) = inventory.homelab(at: try console.environment.present(for: invocation))
      var report = inventory.report
      report.add(contentsOf: unread.sorted)
      guard !report.fails() else {
        console.show(report)
        return .wrong
      }
      let drift = homelab.drift()
      let account = DriftAccount(of: drift, in: homelab, tongue: console.tongue)
      switch console.format {
      case .human: console.print(account.human(isVerbose: console.isVerbose))
      case .json: console.print(account.json())
      case .github: report.add(contentsOf: homelab.report(drift, files: inventory.files).sorted)
      }
      console.show(report)
      return drift.hasDrifted ? .wrong : .done
    }
  )
}
