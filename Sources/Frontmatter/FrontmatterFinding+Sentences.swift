import Diagnostics
import Language

// All sentences of this module, in both languages.

extension FrontmatterFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }

  private var english: Sentence {
    switch self {
    case .emptyFile:
      Sentence("the file is empty", hint: "write the page, or delete the file")
    case .noText:
      Sentence("there is no text after the front matter", hint: "write the page below the closing '---'")
    case .unclosed:
      Sentence("the front matter is never closed", hint: "write '---' alone on a line after its last key")
    case .unclosedObject:
      Sentence("the JSON front matter is never closed", hint: "write the missing '}' alone on a line")
    case .textAfterObject:
      Sentence("text follows the JSON front matter on its last line", hint: "begin the body on a new line")
    case .toml:
      Sentence(
        "the front matter is TOML, which is not read",
        hint: "write it as YAML: '---' instead of '+++', and 'key: value' instead of 'key = value'")
    case .indented:
      Sentence("the front matter is indented", hint: "move '---' and the keys to the start of their lines")
    case .afterBlankLine:
      Sentence("the front matter comes after a blank line", hint: "make '---' the first line of the file")
    case .notAMap(let found):
      Sentence(
        "the front matter is \(found.english), not a map of keys", hint: "write one 'key: value' a line")
    case .wrongCase(let key, let meant):
      Sentence(
        "the key '\(key)' is written '\(meant)'", hint: "it is read, but other programs may not find it")
    case .misspelt(let key, let meant):
      Sentence(
        "no key is called '\(key)'",
        hint: "did you mean '\(meant)'? As it stands it is a parameter of the page")
    case .repeated(let key, let first):
      Sentence(
        "the key '\(key)' says again what '\(first)' says", hint: "remove one of the two; the first is read")
    case .wrongType(let key, let expected, let found):
      Sentence(
        "'\(key)' must be \(expected.english), not \(found.english)", hint: expected.remedy(key).english)
    case .notTruth(let key, let written):
      Sentence(
        "'\(key)' must be 'true' or 'false', not '\(written)'",
        hint: "write '\(key): true' or '\(key): false'")
    case .looseTruth(let key, let written, let meant):
      Sentence("'\(written)' is read as '\(meant)'", hint: "write '\(key): \(meant)', without quotes")
    case .notANumber(let key, let written):
      Sentence("'\(key)' must be a number, not '\(written)'", hint: "write only the number, such as '10'")
    case .emptyItem(let key):
      Sentence("an item of '\(key)' is empty", hint: "remove it, or write its text after the hyphen")
    default: englishOfDates
    }
  }

  private var englishOfDates: Sentence {
    switch self {
    case .badDate(let key, let written, let fault): fault.english(key: key, written: written)
    case .shortHour(let key, let written, let meant):
      Sentence("the hour of '\(written)' has one digit", hint: "write '\(key): \(meant)'")
    case .dateInWords(let key, let written, let meant), .dateWithSlashes(let key, let written, let meant):
      Sentence("few programs can read the date '\(written)'", hint: "write '\(key): \(meant)'")
    case .offsetOfOtherSeason(_, let offset, let expected):
      Sentence(
        "the offset '\(offset)' is not the site's on this day, which is '\(expected)'",
        hint: "the instant is kept; write '\(expected)' if the time is meant, or no offset at all")
    default: Sentence(code)
    }
  }
}

extension FrontmatterFinding {
  private var spanish: Sentence {
    switch self {
    case .emptyFile:
      Sentence("el archivo está vacío", hint: "escribe la página o borra el archivo")
    case .noText:
      Sentence("no hay texto tras los metadatos", hint: "escribe la página debajo del «---» de cierre")
    case .unclosed:
      Sentence(
        "los metadatos no se cierran nunca", hint: "escribe «---» solo en una línea tras la última clave")
    case .unclosedObject:
      Sentence(
        "los metadatos en JSON no se cierran nunca", hint: "escribe la «}» que falta sola en una línea")
    case .textAfterObject:
      Sentence(
        "hay texto tras los metadatos en JSON en su última línea", hint: "empieza el texto en una línea nueva"
      )
    case .toml:
      Sentence(
        "los metadatos son TOML, que no se lee",
        hint: "escríbelos en YAML: «---» en vez de «+++» y «clave: valor» en vez de «clave = valor»")
    case .indented:
      Sentence(
        "los metadatos están sangrados", hint: "quita los espacios que hay delante de «---» y de las claves")
    case .afterBlankLine:
      Sentence(
        "los metadatos vienen tras una línea en blanco", hint: "pon «---» en la primera línea del archivo")
    case .notAMap(let found):
      Sentence(
        "los metadatos son \(found.spanish), no un mapa de claves",
        hint: "escribe una «clave: valor» por línea")
    case .wrongCase(let key, let meant):
      Sentence(
        "la clave «\(key)» se escribe «\(meant)»", hint: "se lee, pero otros programas quizá no la encuentren"
      )
    case .misspelt(let key, let meant):
      Sentence(
        "ninguna clave se llama «\(key)»",
        hint: "¿querías decir «\(meant)»? Tal como está es un parámetro de la página")
    case .repeated(let key, let first):
      Sentence(
        "la clave «\(key)» repite lo que dice «\(first)»", hint: "quita una de las dos; se lee la primera")
    case .wrongType(let key, let expected, let found):
      Sentence(
        "«\(key)» debe ser \(expected.spanish), no \(found.spanish)", hint: expected.remedy(key).spanish)
    case .notTruth(let key, let written):
      Sentence(
        "«\(key)» debe ser «true» o «false», no «\(written)»",
        hint: "escribe «\(key): true» o «\(key): false»")
    case .looseTruth(let key, let written, let meant):
      Sentence("«\(written)» se lee como «\(meant)»", hint: "escribe «\(key): \(meant)», sin comillas")
    case .notANumber(let key, let written):
      Sentence("«\(key)» debe ser un número, no «\(written)»", hint: "escribe solo el número, como «10»")
    case .emptyItem(let key):
      Sentence("un elemento de «\(key)» está vacío", hint: "quítalo o escribe su texto tras el guion")
    default: spanishOfDates
    }
  }

  private var spanishOfDates: Sentence {
    switch self {
    case .badDate(let key, let written, let fault): fault.spanish(key: key, written: written)
    case .shortHour(let key, let written, let meant):
      Sentence("la hora de «\(written)» tiene una sola cifra", hint: "escribe «\(key): \(meant)»")
    case .dateInWords(let key, let written, let meant), .dateWithSlashes(let key, let written, let meant):
      Sentence("pocos programas saben leer la fecha «\(written)»", hint: "escribe «\(key): \(meant)»")
    case .offsetOfOtherSeason(_, let offset, let expected):
      Sentence(
        "el desfase «\(offset)» no es el del sitio ese día, que es «\(expected)»",
        hint: "se respeta el instante; escribe «\(expected)» si lo que cuenta es la hora, o ningún desfase")
    default: Sentence(code)
    }
  }
}
