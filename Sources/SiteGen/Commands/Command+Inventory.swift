extension Command {
  /// `sitegen inventory`: what is declared, what is observed, and how they differ.
  static let inventory = Command.family(
    "inventory",
    summary: Words(
      en: "check, show, pull or compare the facts about the homelab",
      es: "revisa, enseña, recoge o compara los datos del homelab"),
    members: [.inventoryValidate, .inventoryShow, .inventoryPull, .inventoryDiff]
  )
}
