import Diagnostics
import Language

extension GrammarFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .badPattern(let fault): fault.sentence(in: tongue)
    case .emptyMatch:
      Sentence(
        tongue.pick(en: "the pattern can match nothing at all", es: "el patrón puede no casar con nada"),
        hint: tongue.pick(
          en: "let it take at least one character, or write 'else'",
          es: "haz que tome al menos un carácter, o escribe 'else'"))
    case .misplacedRule:
      Sentence(
        tongue.pick(
          en: "an indented line belongs to no state", es: "una línea sangrada no pertenece a ningún estado"),
        hint: tongue.pick(en: "write 'state NAME' above it", es: "escribe 'state NOMBRE' encima"))
    case .missingName:
      Sentence(
        tongue.pick(en: "the grammar has no name", es: "la gramática no tiene nombre"),
        hint: tongue.pick(en: "begin with 'language NAME'", es: "empieza con 'language NOMBRE'"))
    case .missingPart(let part):
      Sentence(
        tongue.pick(en: "\(part.word(in: tongue)) is missing here", es: "aquí falta \(part.word(in: tongue))")
      )
    case .missingRoot:
      Sentence(
        tongue.pick(en: "the grammar has no state 'root'", es: "la gramática no tiene el estado 'root'"),
        hint: tongue.pick(
          en: "reading begins there: add 'state root'", es: "la lectura empieza ahí: añade 'state root'"))
    case .repeatedState(let name):
      Sentence(
        tongue.pick(
          en: "the state '\(name)' is described twice", es: "el estado '\(name)' se describe dos veces"),
        hint: tongue.pick(
          en: "rename one, or join their rules", es: "cambia el nombre de uno o junta sus reglas"))
    case .tooLarge(let state):
      Sentence(
        tongue.pick(
          en: "the patterns of state '\(state)' grow too large together",
          es: "los patrones del estado '\(state)' crecen demasiado juntos"),
        hint: tongue.pick(
          en: "use a list of words, or smaller repetitions",
          es: "usa una lista de palabras, o repeticiones menores"))
    case .unknownExtent(let word):
      Sentence(
        tongue.pick(en: "'until \(word)' is not known", es: "no se conoce 'until \(word)'"),
        hint: tongue.pick(
          en: "it is 'line', 'command', 'heredoc', 'dedent' or a text in quotes",
          es: "puede ser 'line', 'command', 'heredoc', 'dedent' o un texto entre comillas"))
    case .includesItself(let name):
      Sentence(
        tongue.pick(
          en: "the state '\(name)' includes itself", es: "el estado '\(name)' se incluye a sí mismo"),
        hint: tongue.pick(en: "remove one 'include'", es: "quita un 'include'"))
    case .unknownDirective(let word, let near): unknown("line", "línea", word, near, tongue)
    case .unknownMove(let word, let near): unknown("word", "palabra", word, near, tongue)
    case .unknownState(let word, let near): unknown("state", "estado", word, near, tongue)
    case .unknownStyle(let word, let near): unknown("class", "clase", word, near, tongue)
    case .unknownWords(let word, let near): unknown("list of words", "lista de palabras", word, near, tongue)
    }
  }

  private func unknown(
    _ english: String, _ spanish: String, _ word: String, _ near: String?, _ tongue: Tongue
  ) -> Sentence {
    Sentence(
      tongue.pick(en: "unknown \(english) '\(word)'", es: "\(spanish) sin definir: '\(word)'"),
      hint: near.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir '\($0)'?") })
  }
}

extension GrammarFinding.Part {
  fileprivate func word(in tongue: Tongue) -> String {
    switch self {
    case .name: tongue.pick(en: "a name", es: "un nombre")
    case .pattern: tongue.pick(en: "a pattern", es: "un patrón")
    case .style: tongue.pick(en: "a class", es: "una clase")
    case .state: tongue.pick(en: "a state", es: "un estado")
    case .extent: tongue.pick(en: "an end", es: "un final")
    }
  }
}

extension PatternParser.Fault {
  fileprivate func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unclosedSet:
      Sentence(
        tongue.pick(en: "'[' is not closed", es: "'[' no se cierra"),
        hint: tongue.pick(en: "add ']', or write '\\['", es: "añade ']', o escribe '\\['"))
    case .unclosedGroup:
      Sentence(
        tongue.pick(en: "'(' is not closed", es: "'(' no se cierra"),
        hint: tongue.pick(en: "add ')', or write '\\('", es: "añade ')', o escribe '\\('"))
    case .strayParenthesis:
      Sentence(
        tongue.pick(en: "')' closes nothing", es: "')' no cierra nada"),
        hint: tongue.pick(en: "write '\\)' for the character", es: "escribe '\\)' para el carácter"))
    case .nothingToRepeat:
      Sentence(
        tongue.pick(en: "there is nothing to repeat", es: "no hay nada que repetir"),
        hint: tongue.pick(
          en: "write '\\*', '\\+' or '\\?' for the character",
          es: "escribe '\\*', '\\+' o '\\?' para el carácter"))
    case .badEscape:
      Sentence(
        tongue.pick(en: "unknown escape in the pattern", es: "escape desconocido en el patrón"),
        hint: tongue.pick(
          en: "known are \\d \\w \\s \\h \\n \\r \\t \\xNN and escaped signs",
          es: "se conocen \\d \\w \\s \\h \\n \\r \\t \\xNN y los signos escapados"))
    case .badRange:
      Sentence(tongue.pick(en: "the range in '[…]' runs backwards", es: "el rango de '[…]' va hacia atrás"))
    case .badRepetition:
      Sentence(
        tongue.pick(en: "the repetition in '{…}' is not valid", es: "la repetición de '{…}' no es válida"),
        hint: tongue.pick(en: "write '{2}' or '{2,3}', up to 64", es: "escribe '{2}' o '{2,3}', hasta 64"))
    case .tooDeep:
      Sentence(tongue.pick(en: "groups are nested too deep", es: "los grupos se anidan demasiado"))
    case .misplacedAnchor:
      Sentence(
        tongue.pick(
          en: "'^' stands only first and '$' only last in a pattern",
          es: "'^' solo va al principio y '$' solo al final del patrón"),
        hint: tongue.pick(
          en: "write '\\^' or '\\$' for the character", es: "escribe '\\^' o '\\$' para el carácter"))
    case .unknownName(let name):
      Sentence(
        tongue.pick(en: "no 'let \(name)' stands above", es: "no hay ningún 'let \(name)' más arriba"),
        hint: tongue.pick(en: "write '\\{' for the character", es: "escribe '\\{' para el carácter"))
    }
  }
}
