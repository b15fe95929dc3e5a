import Diagnostics
import Language

extension ThemeFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownTheme(let name, let nearest, let known):
      Sentence(
        tongue.pick(en: "there is no theme '\(name)'", es: "no existe el tema «\(name)»"),
        hint: nearest.map { Self.meant($0, tongue) } ?? Self.themes(known, tongue))
    case .notStrings, .notAString, .noUsualForm: form(in: tongue)
    case .noStrings, .missingString: gap(in: tongue)
    case .unknownString, .countNeeded, .missingArgument: question(in: tongue)
    }
  }
}

extension ThemeFinding {
  private static func meant(_ word: String, _ tongue: Tongue) -> String {
    tongue.pick(en: "did you mean '\(word)'?", es: "¿querías decir «\(word)»?")
  }

  private static func themes(_ known: [String], _ tongue: Tongue) -> String {
    guard !known.isEmpty else {
      return tongue.pick(
        en: "make the folder 'themes/', or remove 'theme.name' from site.yaml for the built-in theme",
        es: "crea la carpeta «themes/», o quita «theme.name» de site.yaml para usar el tema incorporado")
    }
    return tongue.pick(
      en: "the folder 'themes/' holds: \(known.joined(separator: ", "))",
      es: "en la carpeta «themes/» hay: \(known.joined(separator: ", "))")
  }

  private func form(in tongue: Tongue) -> Sentence {
    switch self {
    case .notStrings:
      Sentence(
        tongue.pick(
          en: "a file of strings is a map of keys and texts",
          es: "un archivo de textos es un mapa de claves y textos"),
        hint: tongue.pick(en: "write them as 'key: text'", es: "escríbelos como «clave: texto»"))
    case .notAString(let key):
      Sentence(
        tongue.pick(en: "the string '\(key)' is no text", es: "el texto «\(key)» no es un texto"),
        hint: tongue.pick(
          en: "write a text, or the forms 'one' and 'other'",
          es: "escribe un texto, o las formas «one» y «other»"))
    case .noUsualForm(let key):
      Sentence(
        tongue.pick(
          en: "the string '\(key)' has no form 'other'", es: "al texto «\(key)» le falta la forma «other»"),
        hint: tongue.pick(
          en: "'other' is the form for most numbers", es: "«other» es la forma para casi todos los números"))
    default: preconditionFailure("not about a file's form")
    }
  }

  private func gap(in tongue: Tongue) -> Sentence {
    switch self {
    case .noStrings(let language):
      Sentence(
        tongue.pick(
          en: "the theme has no strings in '\(language)', so Spanish ones are used",
          es: "el tema no tiene textos en «\(language)», así que se usan los españoles"),
        hint: tongue.pick(
          en: "write them in 'strings/\(language).yaml'", es: "escríbelos en «strings/\(language).yaml»"))
    case .missingString(let key, let language):
      Sentence(
        tongue.pick(
          en: "the string '\(key)' is missing in '\(language)', so the Spanish one is used",
          es: "falta el texto «\(key)» en «\(language)», así que se usa el español"),
        hint: tongue.pick(
          en: "add it to 'strings/\(language).yaml'", es: "añádelo a «strings/\(language).yaml»"))
    default: preconditionFailure("not about a gap")
    }
  }

  private func question(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownString(let key, let nearest):
      Sentence(
        tongue.pick(en: "there is no string '\(key)'", es: "no existe el texto «\(key)»"),
        hint: nearest.map { Self.meant($0, tongue) }
          ?? tongue.pick(en: "add it to 'strings/es.yaml'", es: "añádelo a «strings/es.yaml»"))
    case .countNeeded(let key):
      Sentence(
        tongue.pick(
          en: "the string '\(key)' has forms for one and for many, and no count tells which",
          es: "el texto «\(key)» tiene formas para uno y para varios, y nada dice cuántos son"),
        hint: tongue.pick(en: "give it 'count'", es: "pásale «count»"))
    case .missingArgument(let name, let key):
      Sentence(
        tongue.pick(
          en: "the string '\(key)' wants a value for '{\(name)}'",
          es: "el texto «\(key)» pide un valor para «{\(name)}»"),
        hint: tongue.pick(en: "give it '\(name)'", es: "pásale «\(name)»"))
    default: preconditionFailure("not about a question")
    }
  }
}
