import Diagnostics
import Language

extension JSONFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }
}

extension JSONFinding {
  private var english: Sentence {
    switch self {
    case .tooLarge(let limit):
      Sentence("the file is larger than \(limit >> 20) MB", hint: "split it into several files")
    case .tooDeep(let limit):
      Sentence("more than \(limit) lists and maps inside each other", hint: "make the structure flatter")
    case .invalidUTF8: Sentence("this is not UTF-8 text", hint: "save the file as UTF-8")
    case .missingValue: Sentence("a value is missing here")
    case .textAfterEnd: Sentence("text after the end of the value", hint: "delete it; a file holds one value")
    case .unknownWord(let word):
      Sentence(
        "'\(word)' is no JSON value",
        hint: "texts want double quotes; words are true, false and null; there are no comments")
    case .malformedNumber(let lexeme):
      Sentence(
        "'\(lexeme)' is no JSON number", hint: "write digits with no + or leading zero, or put it in quotes")
    case .unclosedText:
      Sentence("this \" is not closed in its line", hint: "close it, and write \\n for a line end")
    case .controlCharacter(let byte):
      Sentence("control character \(name(byte)) inside a text", hint: byte == 9 ? "write \\t" : "delete it")
    case .unknownEscape: Sentence("this escape means nothing", hint: "write \\\\ for a backslash")
    case .loneSurrogate:
      Sentence("half of a surrogate pair", hint: "write both halves, or the character itself")
    case .unclosed(let isMap):
      Sentence("this \(isMap ? "{" : "[") is never closed", hint: "close it with \(isMap ? "}" : "]")")
    case .missingComma(let isMap): Sentence("expected ',' or '\(isMap ? "}" : "]")'")
    case .trailingComma: Sentence("a comma with nothing behind it", hint: "delete it")
    case .keyNotText: Sentence("a key must be a text", hint: "put the key in double quotes")
    case .missingColon(let key): Sentence("expected ':' after the key '\(key)'")
    case .duplicateKey(let key, let firstLine):
      Sentence("'\(key)' is given twice; first in line \(firstLine)", hint: "keep one of the two")
    }
  }

  private var spanish: Sentence {
    switch self {
    case .tooLarge(let limit):
      Sentence("el archivo ocupa más de \(limit >> 20) MB", hint: "divídelo en varios archivos")
    case .tooDeep(let limit):
      Sentence("más de \(limit) listas y mapas unos dentro de otros", hint: "haz la estructura más plana")
    case .invalidUTF8: Sentence("esto no es texto UTF-8", hint: "guarda el archivo como UTF-8")
    case .missingValue: Sentence("aquí falta un valor")
    case .textAfterEnd:
      Sentence("hay texto después del final del valor", hint: "bórralo; un archivo contiene un solo valor")
    case .unknownWord(let word):
      Sentence(
        "«\(word)» no es un valor JSON",
        hint: "los textos van entre comillas dobles; las palabras son true, false y null; no hay comentarios")
    case .malformedNumber(let lexeme):
      Sentence(
        "«\(lexeme)» no es un número JSON",
        hint: "escribe cifras sin + ni ceros delante o ponlo entre comillas")
    case .unclosedText:
      Sentence("esta \" no se cierra en su línea", hint: "ciérrala y escribe \\n para un salto de línea")
    case .controlCharacter(let byte):
      Sentence(
        "carácter de control \(name(byte)) dentro de un texto", hint: byte == 9 ? "escribe \\t" : "bórralo")
    case .unknownEscape:
      Sentence("esta secuencia de escape no existe", hint: "escribe \\\\ para una barra invertida")
    case .loneSurrogate:
      Sentence(
        "falta la otra mitad de un par sustituto", hint: "escribe las dos mitades o el propio carácter")
    case .unclosed(let isMap):
      Sentence(
        "\(isMap ? "esta {" : "este [") no se cierra nunca",
        hint: "\(isMap ? "ciérrala con }" : "ciérralo con ]")")
    case .missingComma(let isMap): Sentence("se espera «,» o «\(isMap ? "}" : "]")»")
    case .trailingComma: Sentence("una coma sin nada detrás", hint: "bórrala")
    case .keyNotText: Sentence("una clave debe ser un texto", hint: "pon la clave entre comillas dobles")
    case .missingColon(let key): Sentence("se espera «:» después de la clave «\(key)»")
    case .duplicateKey(let key, let firstLine):
      Sentence("«\(key)» aparece dos veces; la primera en la línea \(firstLine)", hint: "deja una de las dos")
    }
  }

  /// `U+0007`.
  private func name(_ byte: UInt8) -> String {
    (byte < 16 ? "U+000" : "U+00") + String(byte, radix: 16, uppercase: true)
  }
}
