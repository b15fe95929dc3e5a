import Diagnostics
import Language

// What is said of templates that cannot be read.

extension TemplateFinding {
  func unclosedWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .unclosed(let tag):
      (
        tongue.pick(en: "'\(tag)' is never closed", es: "«\(tag)» no se cierra"),
        tongue.pick(en: "write '{% end\(tag) %}' after it", es: "escribe «{% end\(tag) %}» después")
      )
    case .unclosedComment:
      (
        tongue.pick(en: "the comment is never closed", es: "el comentario no se cierra"),
        tongue.pick(en: "end it with '#}'", es: "termínalo con «#}»")
      )
    case .unclosedOutput:
      (
        tongue.pick(en: "'{{' is never closed", es: "«{{» no se cierra"),
        tongue.pick(en: "end it with '}}'", es: "termínalo con «}}»")
      )
    case .unclosedBlock:
      (
        tongue.pick(en: "'{%' is never closed", es: "«{%» no se cierra"),
        tongue.pick(en: "end it with '%}'", es: "termínalo con «%}»")
      )
    case .unclosedString:
      (
        tongue.pick(en: "the text is never closed", es: "el texto no se cierra"),
        tongue.pick(en: "end it with the quote it began with", es: "termínalo con la misma comilla")
      )
    case .unclosedBracket(let sign):
      (tongue.pick(en: "'\(sign)' is never closed", es: "«\(sign)» no se cierra"), nil)
    case .unexpectedBracket(let sign):
      (tongue.pick(en: "'\(sign)' closes nothing that is open", es: "«\(sign)» no cierra nada abierto"), nil)
    default: nil
    }
  }

  func readingWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .unexpectedCharacter(let letter):
      (tongue.pick(en: "'\(letter)' has no meaning here", es: "«\(letter)» no significa nada aquí"), nil)
    case .unexpected(let what, let wanted): unexpectedWords(what, wanted, tongue)
    case .nestedTooDeep(let most):
      (
        tongue.pick(en: "nested more than \(most) levels deep", es: "anidado más de \(most) niveles"),
        tongue.pick(en: "compute parts with 'set' first", es: "calcula partes antes con «set»")
      )
    case .numberTooLarge:
      (tongue.pick(en: "the number does not fit in 64 bits", es: "el número no cabe en 64 bits"), nil)
    case .chainedTest:
      (
        tongue.pick(en: "tests cannot be chained with 'is'", es: "las pruebas no se encadenan con «is»"),
        tongue.pick(en: "join them with 'and'", es: "únelas con «and»")
      )
    case .argumentOrder:
      (
        tongue.pick(en: "this argument stands in the wrong order", es: "este argumento está fuera de orden"),
        tongue.pick(
          en: "first the plain ones, then name=value, then *list and **dict",
          es: "primero los simples, luego nombre=valor, luego *lista y **dict")
      )
    default: nil
    }
  }

  private func unexpectedWords(
    _ what: String, _ wanted: Kind.Wanted?, _ tongue: Tongue
  ) -> (String, String?) {
    let thing =
      what.isEmpty
      ? tongue.pick(en: "the end of the template", es: "el final de la plantilla") : quoted(what, tongue)
    let hint: String? =
      switch wanted {
      case .sign(let sign):
        tongue.pick(en: "expected \(quoted(sign, tongue))", es: "se esperaba \(quoted(sign, tongue))")
      case .name: tongue.pick(en: "expected a name", es: "se esperaba un nombre")
      default: tongue.pick(en: "expected a value", es: "se esperaba un valor")
      }
    return (tongue.pick(en: "unexpected \(thing)", es: "aquí no se esperaba \(thing)"), hint)
  }

  /// What stands in curved quotes, in those that messages have in the tongue.
  private func quoted(_ text: String, _ tongue: Tongue) -> String {
    tongue.pick(
      en: text.replacing("“", by: "'").replacing("”", by: "'"),
      es: text.replacing("“", by: "«").replacing("”", by: "»"))
  }
}
