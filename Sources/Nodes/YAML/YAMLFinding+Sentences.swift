import Diagnostics
import Language

extension YAMLFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }
}

extension YAMLFinding {
  private var english: Sentence {
    switch self {
    case .tooLarge(let limit):
      Sentence("the file is larger than \(limit >> 20) MB", hint: "split it into several files")
    case .invalidUTF8:
      Sentence("this is not UTF-8 text", hint: "save the file as UTF-8")
    case .controlCharacter(let code):
      Sentence("control character \(scalarName(code)) in the text", hint: "delete it")
    case .colonInValue(let key):
      Sentence("a second ': ' in the value of '\(key)'", hint: "put quotes around the whole value")
    case .noSpaceAfterColon(let key):
      Sentence("no space after '\(key):'", hint: "write '\(key): ' and then the value")
    case .tabIndentation:
      Sentence("a tab where YAML wants spaces", hint: "indent with spaces")
    case .wrongIndentation:
      Sentence(
        "the indentation of this line fits none of the lines above",
        hint: "align it with the keys it belongs to")
    case .listInKeyLine:
      Sentence(
        "a '- ' list cannot begin in the line of its key", hint: "begin it in the next line, or write [a, b]")
    case .misplacedListItem:
      Sentence("a '- ' item where a key is expected", hint: "align it with the items of its list")
    case .keyAmongItems:
      Sentence(
        "a key where a '- ' item is expected",
        hint: "indent it to belong to the item above, or begin it with '- '")
    case .swallowedItem:
      Sentence(
        "this '- ' item is deeper than the text above it and would become a part of it",
        hint: "align it with the items of its list, or put quotes around the text")
    case .unclosedQuote(let quote):
      Sentence(
        "this \(quote) is never closed",
        hint: "close it at the end of the value, or put the value in the other quotes")
    case .textAfterQuote(let quote):
      Sentence(
        "text after the closing \(quote)",
        hint: "put the whole value in quotes; inside \"…\" write \\\" for a quote")
    case .unknownEscape(let escape):
      Sentence("'\(escape)' means nothing inside \"…\"", hint: "write \\\\ for a backslash, or use '…'")
    case .unclosedList:
      Sentence("this [ is never closed", hint: "close it with ]; put quotes around a text that begins with [")
    case .unclosedMap:
      Sentence("this { is never closed", hint: "close it with }; put quotes around a text that begins with {")
    case .missingComma(let isMap):
      Sentence(
        "expected ',' or '\(isMap ? "}" : "]")'",
        hint: "separate the entries by commas; put quotes around a text with brackets, braces or quotes")
    case .reservedStart(let character):
      Sentence("a value cannot begin with \(character)", hint: "put quotes around the value")
    case .markedStart(let character):
      Sentence(
        "\(character) at the start of a value must be followed by a name", hint: "put quotes around the value"
      )
    case .lineWithoutKey:
      Sentence(
        "a line without a key",
        hint: "write 'key: value'; a text of several lines wants '|' or '>' after its key")
    case .blockHeader:
      Sentence(
        "only +, - and a digit may follow | or >",
        hint: "begin the text in the next line, or put quotes around the value")
    case .directive:
      Sentence("a % directive that YAML 1.2 does not know", hint: "delete the line")
    case .textAfterDocument:
      Sentence(
        "text after the end of the document",
        hint: "indent it like the keys above, or begin another document with ---")
    case .unreadable(let problem):
      Sentence("not valid YAML: \(problem)")
    case .severalDocuments:
      Sentence("a second document where one is expected", hint: "delete the --- line and what follows")
    case .duplicateKey(let key, let firstLine):
      Sentence("'\(key)' is given twice; first in line \(firstLine)", hint: "keep one of the two")
    case .keyNotText:
      Sentence("a list or map cannot be a key", hint: "put quotes around a text that begins with [ or {")
    case .unknownAnchor(let name):
      Sentence(
        "'*\(name)' refers to no '&\(name)' above it", hint: "put quotes around a text that begins with *")
    case .unknownTag(let tag):
      Sentence(
        "the type '\(tag)' is not known", hint: "delete it; put quotes around a text that begins with !")
    case .tagMismatch(let tag):
      Sentence("this value is not what '\(tag)' says", hint: "delete the '\(tag)'")
    case .mergeOfNoMap:
      Sentence("'<<' wants a map, or a list of maps", hint: "write '<<: *name' with the name of a map")
    case .tooDeep(let limit):
      Sentence("more than \(limit) lists and maps inside each other", hint: "make the structure flatter")
    case .tooManyAliases(let limit):
      Sentence("the aliases up to here stand for more than \(limit) values", hint: "repeat fewer of them")
    }
  }

  private var spanish: Sentence {
    switch self {
    case .tooLarge(let limit):
      Sentence("el archivo ocupa más de \(limit >> 20) MB", hint: "divídelo en varios archivos")
    case .invalidUTF8:
      Sentence("esto no es texto UTF-8", hint: "guarda el archivo como UTF-8")
    case .controlCharacter(let code):
      Sentence("carácter de control \(scalarName(code)) en el texto", hint: "bórralo")
    case .colonInValue(let key):
      Sentence("un segundo «: » en el valor de «\(key)»", hint: "pon el valor entero entre comillas")
    case .noSpaceAfterColon(let key):
      Sentence("falta un espacio después de «\(key):»", hint: "escribe «\(key): » y después el valor")
    case .tabIndentation:
      Sentence("un tabulador donde YAML pide espacios", hint: "sangra con espacios")
    case .wrongIndentation:
      Sentence(
        "el sangrado de esta línea no encaja con ninguna de las de arriba",
        hint: "alinéala con las claves a las que pertenece")
    case .listInKeyLine:
      Sentence(
        "una lista con «- » no puede empezar en la línea de su clave",
        hint: "empiézala en la línea siguiente o escribe [a, b]")
    case .misplacedListItem:
      Sentence("un elemento «- » donde se espera una clave", hint: "alinéalo con los elementos de su lista")
    case .keyAmongItems:
      Sentence(
        "una clave donde se espera un elemento «- »",
        hint: "sángrala para que pertenezca al elemento de arriba o empiézala con «- »")
    case .swallowedItem:
      Sentence(
        "este elemento «- » está más adentro que el texto de arriba y pasaría a ser parte de él",
        hint: "alinéalo con los elementos de su lista o pon el texto entre comillas")
    case .unclosedQuote(let quote):
      Sentence(
        "esta \(quote) no se cierra nunca", hint: "ciérrala al final del valor o usa las otras comillas")
    case .textAfterQuote(let quote):
      Sentence(
        "hay texto después del \(quote) de cierre",
        hint: "pon el valor entero entre comillas; dentro de \"…\" escribe \\\" para una comilla")
    case .unknownEscape(let escape):
      Sentence(
        "«\(escape)» no significa nada dentro de \"…\"",
        hint: "escribe \\\\ para una barra invertida o usa '…'")
    case .unclosedList:
      Sentence(
        "este [ no se cierra nunca", hint: "ciérralo con ]; pon entre comillas un texto que empiece por [")
    case .unclosedMap:
      Sentence(
        "este { no se cierra nunca", hint: "ciérralo con }; pon entre comillas un texto que empiece por {")
    case .missingComma(let isMap):
      Sentence(
        "se espera «,» o «\(isMap ? "}" : "]")»",
        hint: "separa los elementos con comas; pon entre comillas un texto con corchetes, llaves o comillas")
    case .reservedStart(let character):
      Sentence("un valor no puede empezar por \(character)", hint: "pon el valor entre comillas")
    case .markedStart(let character):
      Sentence(
        "a \(character) al principio de un valor debe seguirle un nombre", hint: "pon el valor entre comillas"
      )
    case .lineWithoutKey:
      Sentence(
        "una línea sin clave",
        hint: "escribe «clave: valor»; un texto de varias líneas pide «|» o «>» tras su clave")
    case .blockHeader:
      Sentence(
        "tras | o > solo pueden ir +, - y una cifra",
        hint: "empieza el texto en la línea siguiente o pon el valor entre comillas")
    case .directive:
      Sentence("una directiva % que YAML 1.2 no conoce", hint: "borra la línea")
    case .textAfterDocument:
      Sentence(
        "hay texto después del final del documento",
        hint: "sángralo como las claves de arriba o empieza otro documento con ---")
    case .unreadable(let problem):
      Sentence("YAML no válido: \(problem)")
    case .severalDocuments:
      Sentence("un segundo documento donde se espera uno", hint: "borra la línea --- y lo que sigue")
    case .duplicateKey(let key, let firstLine):
      Sentence("«\(key)» aparece dos veces; la primera en la línea \(firstLine)", hint: "deja una de las dos")
    case .keyNotText:
      Sentence(
        "una lista o un mapa no puede ser una clave",
        hint: "pon entre comillas un texto que empiece por [ o {")
    case .unknownAnchor(let name):
      Sentence(
        "«*\(name)» no remite a ningún «&\(name)» anterior",
        hint: "pon entre comillas un texto que empiece por *")
    case .unknownTag(let tag):
      Sentence(
        "el tipo «\(tag)» no se conoce", hint: "bórralo; pon entre comillas un texto que empiece por !")
    case .tagMismatch(let tag):
      Sentence("este valor no es lo que dice «\(tag)»", hint: "borra «\(tag)»")
    case .mergeOfNoMap:
      Sentence(
        "«<<» pide un mapa o una lista de mapas", hint: "escribe «<<: *nombre» con el nombre de un mapa")
    case .tooDeep(let limit):
      Sentence("más de \(limit) listas y mapas unos dentro de otros", hint: "haz la estructura más plana")
    case .tooManyAliases(let limit):
      Sentence("los alias hasta aquí representan más de \(limit) valores", hint: "repite menos")
    }
  }

  /// `U+0007`.
  private func scalarName(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
