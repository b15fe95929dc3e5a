import Diagnostics
import Language

// What is told of references from one thing to another.

extension InventoryFinding {
  func reference(_ tongue: Tongue) -> Sentence {
    switch self {
    case .noReference(let path, let text, let kinds, let part, let nearest):
      let form = Self.form(kinds, part, in: tongue)
      return Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is no reference", es: "«\(path)»: «\(text)» no es una referencia"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "write \(form)", es: "escribe \(form)"))
    case .wrongKind(let path, let text, let kinds, let nearest):
      let form = Self.form(kinds, nil, in: tongue)
      return Sentence(
        tongue.pick(
          en: "'\(path)' cannot refer to '\(text)'", es: "«\(path)» no puede referirse a «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "it takes \(form)", es: "admite \(form)"))
    case .unknownReference(let path, let text, let nearest):
      return Sentence(
        tongue.pick(
          en: "'\(path)': there is no '\(text)'", es: "«\(path)»: no existe «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "declare it, or mend the reference", es: "decláralo o corrige la referencia"))
    case .partWanted(let path, let text, let list, let known):
      return Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is the whole machine, not one item of its '\(list)'",
          es: "«\(path)»: «\(text)» es la máquina entera, no algo de su «\(list)»"),
        hint: known.isEmpty
          ? tongue.pick(
            en: "give it a '\(list)' with an id, and write \(text)/\(list)/ID",
            es: "ponle un «\(list)» con id y escribe \(text)/\(list)/ID")
          : tongue.pick(
            en: "write \(known.map { "\(text)/\(list)/\($0)" }.listed(.or, in: tongue))",
            es: "escribe \(known.map { "\(text)/\(list)/\($0)" }.listed(.or, in: tongue))"))
    case .cycle(let field, let ids):
      let round = (ids + ids.prefix(1)).map(\.description).joined(separator: " → ")
      return Sentence(
        tongue.pick(
          en: "'\(field)' goes round in a circle: \(round)", es: "«\(field)» da vueltas en círculo: \(round)"),
        hint: tongue.pick(en: "take one of these out", es: "quita uno de ellos"))
    default: return part(tongue)
    }
  }

  private func part(_ tongue: Tongue) -> Sentence {
    switch self {
    case .unknownPart(let path, let text, let known, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(path)': there is no '\(text)'", es: "«\(path)»: no existe «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? (known.isEmpty
            ? tongue.pick(
              en: "no item of that list has an id", es: "nada de esa lista tiene id")
            : tongue.pick(
              en: "there is \(known.listed(in: tongue))", es: "hay \(known.listed(in: tongue))")))
    case .partUnwanted(let path, let text):
      Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is a part of a machine, and the whole is meant here",
          es: "«\(path)»: «\(text)» es una parte de una máquina y aquí se espera entera"),
        hint: tongue.pick(
          en: "write \(text.prefix { $0 != "/" })", es: "escribe \(text.prefix { $0 != "/" })"))
    default: preconditionFailure("told among other sentences")
    }
  }

  /// «site:ID», `guest:ID or host:ID`.
  private static func form(_ kinds: [Kind], _ part: String?, in tongue: Tongue) -> String {
    guard kinds.count < Kind.allCases.count else {
      return tongue.pick(en: "KIND:ID, such as app:grafana", es: "TIPO:ID, como app:grafana")
    }
    return kinds.map { "\($0.rawValue):ID" + (part.map { "/\($0)/ID" } ?? "") }.listed(.or, in: tongue)
  }
}
