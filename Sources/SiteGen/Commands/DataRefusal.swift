import Diagnostics
import Language

/// What keeps a file from being a template's data.
enum DataRefusal: Finding {
  case noObject

  var code: String { "data-no-object" }
  var severity: Severity { .error }

  func sentence(in tongue: Tongue) -> Sentence {
    Sentence(
      tongue.pick(en: "a template's data is an object", es: "los datos de una plantilla son un objeto"),
      hint: tongue.pick(
        en: "name each value: {\"posts\": […]}", es: "da un nombre a cada valor: {\"posts\": […]}")
    )
  }
}
