import Diagnostics
import Language

// What is said of names that lead nowhere.

extension TemplateFinding {
  func nameWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .unknownFilter(let name, let word):
      (
        tongue.pick(en: "there is no filter '\(name)'", es: "no existe el filtro «\(name)»"),
        near(word, tongue)
      )
    case .unknownTest(let name, let word):
      (tongue.pick(en: "there is no test '\(name)'", es: "no existe la prueba «\(name)»"), near(word, tongue))
    case .undefinedName(let name, let word, let names):
      (
        tongue.pick(en: "'\(name)' is not defined", es: "«\(name)» no está definido"),
        joined(near(word, tongue) ?? remedy(tongue), available(names, tongue))
      )
    case .undefinedMember(let name, let owner, let word, let names):
      (
        tongue.pick(en: "the \(owner) has no '\(name)'", es: "el valor (\(owner)) no tiene «\(name)»"),
        joined(near(word, tongue) ?? remedy(tongue), available(names, tongue))
      )
    case .undefinedElement(let key, let owner):
      (
        tongue.pick(
          en: "the \(owner) has no element \(key)", es: "el valor (\(owner)) no tiene el elemento \(key)"),
        remedy(tongue)
      )
    case .noMethod(let name, let owner, let word, let known):
      (
        tongue.pick(
          en: "the \(owner) has no method '\(name)'", es: "el valor (\(owner)) no tiene el método «\(name)»"),
        near(word, tongue) ?? available(known, tongue)
      )
    default: nil
    }
  }

  func absenceWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .undefinedParameter(let name):
      (tongue.pick(en: "parameter '\(name)' was not given", es: "falta el parámetro «\(name)»"), nil)
    case .noItem(let name):
      (
        tongue.pick(en: "there is no '\(name)' here", es: "aquí no hay «\(name)»"),
        tongue.pick(
          en: "test 'loop.first' or 'loop.last' before", es: "comprueba antes «loop.first» o «loop.last»")
      )
    case .notExported(let name, let template):
      (tongue.pick(en: "\(template) does not define '\(name)'", es: "\(template) no define «\(name)»"), nil)
    case .noCaller:
      (
        tongue.pick(en: "the macro was not called with 'call'", es: "la macro no se llamó con «call»"),
        tongue.pick(en: "test it with 'caller is defined'", es: "compruébalo con «caller is defined»")
      )
    case .emptyList: (tongue.pick(en: "the list is empty", es: "la lista está vacía"), remedy(tongue))
    default: nil
    }
  }

  private func remedy(_ tongue: Tongue) -> String {
    tongue.pick(
      en: "test it with 'is defined' or give it a 'default(…)'",
      es: "compruébalo con «is defined» o dale un «default(…)»")
  }
}
