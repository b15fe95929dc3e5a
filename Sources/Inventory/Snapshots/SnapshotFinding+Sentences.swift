import Diagnostics
import Language

extension SnapshotFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .damaged, .newer, .misplaced, .changed: damage(in: tongue)
    case .shrunk, .kept, .keptKinds, .nothingKept: keeping(in: tongue)
    }
  }

  private func damage(in tongue: Tongue) -> Sentence {
    switch self {
    case .damaged(let source):
      Sentence(
        tongue.pick(
          en: "the snapshot of '\(source)' is damaged; only what is declared is used",
          es: "la instantánea de «\(source)» está dañada; se usa solo lo declarado"),
        hint: tongue.pick(
          en: "take it back from git, or run 'sitegen inventory pull'",
          es: "recupérala de git o ejecuta «sitegen inventory pull»"))
    case .newer(let source, let schema):
      Sentence(
        tongue.pick(
          en:
            "the snapshot of '\(source)' has form \(schema), of a newer sitegen; only what is declared is used",
          es:
            "la instantánea de «\(source)» tiene la forma \(schema), de un sitegen más nuevo; se usa solo lo declarado"
        ),
        hint: tongue.pick(en: "update sitegen here", es: "actualiza sitegen aquí"))
    case .misplaced(let source):
      Sentence(
        tongue.pick(
          en: "this is the snapshot of another source than '\(source)'; only what is declared is used",
          es: "esta instantánea no es de «\(source)» sino de otra fuente; se usa solo lo declarado"),
        hint: tongue.pick(
          en: "a snapshot is named after its source", es: "una instantánea lleva el nombre de su fuente"))
    case .changed(let source):
      Sentence(
        tongue.pick(
          en: "the facts of '\(source)' are not those that were written; only what is declared is used",
          es: "los datos de «\(source)» no son los que se escribieron; se usa solo lo declarado"),
        hint: tongue.pick(
          en: "declare what should differ, and run 'sitegen inventory pull'",
          es: "declara lo que deba ser distinto y ejecuta «sitegen inventory pull»"))
    default: preconditionFailure("not about damage")
    }
  }

  private func keeping(in tongue: Tongue) -> Sentence {
    switch self {
    case .shrunk(let source, let from, let to):
      Sentence(
        tongue.pick(
          en: "'\(source)' tells \(to) things where it told \(from); the earlier facts were kept",
          es: "«\(source)» cuenta \(to) cosas donde contaba \(from); se conservan los datos anteriores"),
        hint: tongue.pick(
          en: "if they are really gone, run 'sitegen inventory pull --accept-shrink'",
          es: "si de verdad ya no están, ejecuta «sitegen inventory pull --accept-shrink»"))
    case .kept(let source):
      Sentence(
        tongue.pick(
          en: "the earlier facts of '\(source)' were kept",
          es: "se conservan los datos anteriores de «\(source)»"))
    case .keptKinds(let source, let kinds):
      Sentence(
        tongue.pick(
          en: "the earlier facts of '\(source)' about \(kinds.listed(in: tongue)) were kept",
          es: "se conservan los datos anteriores de «\(source)» sobre \(kinds.listed(in: tongue))"))
    case .nothingKept(let source):
      Sentence(
        tongue.pick(
          en: "nothing is known of '\(source)' yet; only what is declared is used",
          es: "aún no se sabe nada de «\(source)»; se usa solo lo declarado"))
    default: preconditionFailure("not about what is kept")
    }
  }
}
