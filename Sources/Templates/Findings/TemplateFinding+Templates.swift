import Diagnostics
import Language

// What is said of templates among templates, and of limits.

extension TemplateFinding {
  func templateWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .noTemplate(let names, let near):
      (
        tongue.pick(
          en: "there is no template \(names.map { "'\($0)'" }.joined(separator: " or "))",
          es: "no existe la plantilla \(names.map { "«\($0)»" }.joined(separator: " ni "))"),
        self.near(near, tongue)
      )
    case .notATemplateName(let what):
      (
        tongue.pick(
          en: "\(one(what)) is no template's name",
          es: "un valor de tipo \(what) no es el nombre de una plantilla"), nil
      )
    case .extendsTwice:
      (tongue.pick(en: "the template extends two others", es: "la plantilla extiende a otras dos"), nil)
    case .requiredBlock(let name):
      (
        tongue.pick(
          en: "required block '\(name)' is not filled", es: "falta el bloque obligatorio «\(name)»"),
        tongue.pick(
          en: "define it in the template that extends this one",
          es: "defínelo en la plantilla que extiende a esta")
      )
    case .superOutside:
      (tongue.pick(en: "'super()' stands outside a block", es: "«super()» está fuera de un bloque"), nil)
    case .noParentBlock(let name):
      (
        tongue.pick(
          en: "no parent has a block '\(name)'", es: "ninguna plantilla superior tiene un bloque «\(name)»"),
        nil
      )
    default: nil
    }
  }

  func limitWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .tooDeep(let most):
      (
        tongue.pick(
          en: "macros and includes run more than \(most) levels deep",
          es: "las macros y las inclusiones pasan de \(most) niveles"),
        tongue.pick(en: "does one call itself?", es: "¿alguna se llama a sí misma?")
      )
    case .extendsTooDeep(let most):
      (
        tongue.pick(
          en: "more than \(most) templates extend one another",
          es: "más de \(most) plantillas se extienden unas a otras"),
        tongue.pick(en: "does one extend itself?", es: "¿alguna se extiende a sí misma?")
      )
    case .tooManyRounds(let most):
      (
        tongue.pick(en: "the loops run more than \(most) rounds", es: "los bucles pasan de \(most) vueltas"),
        nil
      )
    case .outputTooLong(let most):
      (tongue.pick(en: "the output is longer than \(most) bytes", es: "la salida pasa de \(most) bytes"), nil)
    default: nil
    }
  }
}
