import Diagnostics
import Language

// What is said of statements that make no sense.

extension TemplateFinding {
  func statementWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .tagWithoutName:
      (
        tongue.pick(
          en: "'{%' wants the name of a statement", es: "«{%» necesita el nombre de una instrucción"), nil
      )
    case .unknownTag(let tag, let inside):
      (
        tongue.pick(en: "there is no statement '\(tag)'", es: "no existe la instrucción «\(tag)»"),
        inside.map { tongue.pick(en: "'\($0)' is still open here", es: "«\($0)» sigue abierta aquí") }
      )
    case .missingEnd(let tag, let ends):
      (
        tongue.pick(en: "'\(tag)' is never closed", es: "«\(tag)» no se cierra"),
        tongue.pick(
          en: "write '{% \(ends.last ?? "") %}' after it", es: "escribe «{% \(ends.last ?? "") %}» después")
      )
    case .outsideLoop(let tag):
      (tongue.pick(en: "'\(tag)' stands outside a loop", es: "«\(tag)» está fuera de un bucle"), nil)
    case .notAssignable(let name):
      (
        tongue.pick(en: "'\(name)' cannot be assigned to", es: "no se puede asignar a «\(name)»"),
        tongue.pick(en: "choose another name", es: "elige otro nombre")
      )
    case .callWithoutCall:
      (
        tongue.pick(en: "'call' wants a macro call", es: "«call» necesita llamar a una macro"),
        tongue.pick(en: "such as '{% call card() %}'", es: "como «{% call card() %}»")
      )
    case .parameterWithoutDefault(let name):
      (
        tongue.pick(
          en: "parameter '\(name)' needs a default, as one before it has",
          es: "el parámetro «\(name)» necesita un valor por defecto, como otro anterior"), nil
      )
    default: nil
    }
  }

  func blockWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .blockTwice(let name):
      (
        tongue.pick(
          en: "block '\(name)' is defined twice", es: "el bloque «\(name)» está definido dos veces"),
        tongue.pick(en: "print it again with 'self.\(name)()'", es: "vuelve a mostrarlo con «self.\(name)()»")
      )
    case .otherBlockEnds(let name, let opened):
      (
        tongue.pick(
          en: "'endblock \(name)' closes block '\(opened)'",
          es: "«endblock \(name)» cierra el bloque «\(opened)»"), nil
      )
    case .requiredNotEmpty(let name):
      (
        tongue.pick(
          en: "required block '\(name)' must be empty", es: "el bloque obligatorio «\(name)» debe estar vacío"
        ), nil
      )
    case .privateImport(let name):
      (
        tongue.pick(en: "'\(name)' is private to its template", es: "«\(name)» es privado de su plantilla"),
        tongue.pick(
          en: "names that begin with '_' cannot be imported",
          es: "los nombres que empiezan por «_» no se pueden importar")
      )
    case .extendsInside:
      (
        tongue.pick(
          en: "'extends' must stand at the top level of the template",
          es: "«extends» debe estar en el nivel superior de la plantilla"), nil
      )
    default: nil
    }
  }
}
