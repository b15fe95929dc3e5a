import Diagnostics
import Disk
import Inventory

extension Command {
  /// `sitegen inventory pull`: asks the sources and renews what is known of them.
  static let inventoryPull = Command(
    name: "inventory pull",
    summary: Words(
      en: "ask the sources, and keep what they tell under inventory/live/",
      es: "pregunta a las fuentes y guarda lo que cuentan en inventory/live/"),
    options: [
      .source, .now,
      .allowExec,
      Option(
        name: "--accept-shrink",
        summary: Words(
          en: "believe a source that tells far less than before",
          es: "cree a una fuente que cuenta mucho menos que antes")
      ),
    ],
    details: Words(
      en:
        "Nothing private is written: what a source tells is projected to known facts, and looked through again. "
        + "A source that does not answer keeps its last facts.",
      es:
        "No se escribe nada privado: lo que cuenta una fuente se reduce a datos conocidos y se vuelve a revisar. "
        + "Una fuente que no responde conserva sus últimos datos."
    ),
    examples: ["sitegen inventory pull", "sitegen inventory pull --allow-exec --format json"],
    run: { invocation, console in
      let pull = InventoryPull(
        of: Path(invocation.text(Option.source.name) ?? "."),
        at: try console.environment.present(for: invocation), invocation: invocation, console: console)
      let outcomes: [PullOutcome]
      do { outcomes = try pull.outcomes() } catch let report as Report {
        console.show(report)
        return .wrong
      }
      guard !outcomes.isEmpty else { return .done }
      let account = PullAccount(outcomes)
      console.print(
        console.format == .json
          ? account.json() : account.human(in: console.tongue, isVerbose: console.isVerbose))
      console.show(account.remarks)
      return account.exitCode
    }
  )
}

extension Option {
  /// What lets sources run commands.
  static let allowExec = Option(
    name: "--allow-exec",
    summary: Words(
      en: "run the commands that sources and kubeconfigs name",
      es: "ejecuta las órdenes que indican las fuentes y los kubeconfig"))
}
