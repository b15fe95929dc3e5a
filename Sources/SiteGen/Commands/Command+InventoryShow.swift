import Diagnostics
import Inventory
import Language
import Nodes
import Site

extension Command {
  /// `sitegen inventory show`: what is known of the homelab, or of one thing.
  static let inventoryShow = Command(
    name: "inventory show",
    summary: Words(
      en: "show what is known: of everything, of a kind, of one thing, or one fact",
      es: "enseña lo que se sabe: de todo, de un tipo, de una cosa, o un solo dato"),
    arguments: [
      Argument(
        label: "KIND|REF",
        summary: Words(
          en: "such as hosts, cluster:prod or cluster:prod.version",
          es: "como hosts, cluster:prod o cluster:prod.version"),
        isRequired: false, completes: .nothing)
    ],
    options: [
      .source, .now,
      Option(
        name: "--as", value: .choice(InventoryShowing.Form.allCases.map(\.rawValue)),
        summary: Words(en: "in which form (default: table)", es: "en qué forma (por defecto: table)")),
      Option(
        name: "--public",
        summary: Words(
          en: "only what may be published, as pages would show it",
          es: "solo lo que se puede publicar, como saldría en las páginas")),
    ],
    details: Words(
      en:
        "Private fields are shown to you alone; --public leaves them out. What is observed wins over what is declared "
        + "for versions, replicas, status and capacity.",
      es:
        "Los campos privados se te enseñan solo a ti; --public los quita. Lo observado gana a lo declarado en "
        + "versiones, réplicas, estado y capacidad."),
    examples: [
      "sitegen inventory show", "sitegen inventory show hosts",
      "sitegen inventory show cluster:prod --as yaml",
    ],
    run: { invocation, console in
      guard let inventory = SiteInventory(of: invocation, on: console) else { return .wrong }
      let now = try console.environment.present(for: invocation)
      let (homelab, unread) = inventory.homelab(at: now)
      var report = inventory.report
      report.add(contentsOf: unread.sorted)
      let showing = InventoryShowing(
        of: homelab, in: console.tongue, for: invocation.has("--public") ? .everyone : .owner)
      let form = console.format == .json ? .json : invocation.choice("--as") ?? InventoryShowing.Form.table
      do throws(FactFinding) {
        console.print(try showing.text(invocation.arguments.first, as: form))
      } catch {
        report.add(Mistake(error, path: InventoryFolder.name, place: nil))
      }
      console.show(report)
      return report.fails() ? .wrong : .done
    }
  )
}
