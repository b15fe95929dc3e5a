import Diagnostics
import Language

// Everything that is said about templates, in both languages.

extension TemplateFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    let (message, hint) = words(tongue)
    let way = trail.reversed().prefix(TemplateFinding.longestWay).map { stop in
      let verb =
        switch stop.way {
        case .included: tongue.pick(en: "included by", es: "incluida por")
        case .extended: tongue.pick(en: "extended by", es: "extendida por")
        case .imported: tongue.pick(en: "imported by", es: "importada por")
        case .called: tongue.pick(en: "called by", es: "llamada por")
        }
      return "\(verb) \(stop.path)"
    }
    let parts = [hint].compactMap { $0 } + (way.isEmpty ? [] : [way.joined(separator: ", ")])
    return Sentence(message, hint: parts.isEmpty ? nil : parts.joined(separator: "; "))
  }

  /// More steps of the way than this say nothing new.
  private static let longestWay = 5

  private func words(_ tongue: Tongue) -> (String, String?) {
    readingWords(tongue) ?? nameWords(tongue) ?? callWords(tongue) ?? valueWords(tongue)
      ?? templateWords(tongue)
  }

  private func near(_ word: String?, _ tongue: Tongue) -> String? {
    word.map { tongue.pick(en: "did you mean “\($0)”?", es: "¿querías decir «\($0)»?") }
  }

  private func available(_ names: [String], _ tongue: Tongue) -> String? {
    guard !names.isEmpty else { return nil }
    let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return tongue.pick(en: "there is: \(list)", es: "hay: \(list)")
  }

  private func one(_ kind: String) -> String {
    ("aeiou".contains(kind.prefix(1)) ? "an " : "a ") + kind
  }

  private func joined(_ parts: String?...) -> String? {
    let known = parts.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }

  private func readingWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .unclosed(let tag):
      (
        tongue.pick(en: "“\(tag)” is never closed", es: "«\(tag)» no se cierra"),
        tongue.pick(en: "write “{% end\(tag) %}” after it", es: "escribe «{% end\(tag) %}» después")
      )
    case .unclosedComment:
      (
        tongue.pick(en: "the comment is never closed", es: "el comentario no se cierra"),
        tongue.pick(en: "end it with “#}”", es: "termínalo con «#}»")
      )
    case .unclosedOutput:
      (
        tongue.pick(en: "“{{” is never closed", es: "«{{» no se cierra"),
        tongue.pick(en: "end it with “}}”", es: "termínalo con «}}»")
      )
    case .unclosedBlock:
      (
        tongue.pick(en: "“{%” is never closed", es: "«{%» no se cierra"),
        tongue.pick(en: "end it with “%}”", es: "termínalo con «%}»")
      )
    case .unclosedString:
      (
        tongue.pick(en: "the text is never closed", es: "el texto no se cierra"),
        tongue.pick(en: "end it with the quote it began with", es: "termínalo con la misma comilla")
      )
    case .unclosedBracket(let sign):
      (tongue.pick(en: "“\(sign)” is never closed", es: "«\(sign)» no se cierra"), nil)
    case .unexpectedBracket(let sign):
      (tongue.pick(en: "“\(sign)” closes nothing that is open", es: "«\(sign)» no cierra nada abierto"), nil)
    case .unexpectedCharacter(let letter):
      (tongue.pick(en: "“\(letter)” has no meaning here", es: "«\(letter)» no significa nada aquí"), nil)
    case .unexpected(let what, let wanted): unexpectedWords(what, wanted, tongue)
    case .nestedTooDeep(let most):
      (
        tongue.pick(en: "nested more than \(most) levels deep", es: "anidado más de \(most) niveles"),
        tongue.pick(en: "compute parts with “set” first", es: "calcula partes antes con «set»")
      )
    case .numberTooLarge:
      (tongue.pick(en: "the number does not fit in 64 bits", es: "el número no cabe en 64 bits"), nil)
    case .chainedTest:
      (
        tongue.pick(en: "tests cannot be chained with “is”", es: "las pruebas no se encadenan con «is»"),
        tongue.pick(en: "join them with “and”", es: "únelas con «and»")
      )
    case .argumentOrder:
      (
        tongue.pick(en: "this argument stands in the wrong order", es: "este argumento está fuera de orden"),
        tongue.pick(
          en: "first the plain ones, then name=value, then *list and **dict",
          es: "primero los simples, luego nombre=valor, luego *lista y **dict")
      )
    default: statementWords(tongue)
    }
  }

  private func unexpectedWords(_ what: String, _ wanted: Kind.Wanted?, _ tongue: Tongue) -> (String, String?)
  {
    let thing =
      what.isEmpty ? tongue.pick(en: "the end of the template", es: "el final de la plantilla") : what
    let hint: String? =
      switch wanted {
      case .sign(let sign): tongue.pick(en: "expected \(sign)", es: "se esperaba \(sign)")
      case .name: tongue.pick(en: "expected a name", es: "se esperaba un nombre")
      default: tongue.pick(en: "expected a value", es: "se esperaba un valor")
      }
    return (tongue.pick(en: "unexpected \(thing)", es: "inesperado: \(thing)"), hint)
  }

  private func statementWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .tagWithoutName:
      (
        tongue.pick(
          en: "“{%” wants the name of a statement", es: "«{%» necesita el nombre de una instrucción"), nil
      )
    case .unknownTag(let tag, let inside):
      (
        tongue.pick(en: "there is no statement “\(tag)”", es: "no existe la instrucción «\(tag)»"),
        inside.map { tongue.pick(en: "“\($0)” is still open here", es: "«\($0)» sigue abierta aquí") }
      )
    case .missingEnd(let tag, let ends):
      (
        tongue.pick(en: "“\(tag)” is never closed", es: "«\(tag)» no se cierra"),
        tongue.pick(
          en: "write “{% \(ends.last ?? "") %}” after it", es: "escribe «{% \(ends.last ?? "") %}» después")
      )
    case .outsideLoop(let tag):
      (tongue.pick(en: "“\(tag)” stands outside a loop", es: "«\(tag)» está fuera de un bucle"), nil)
    case .notAssignable(let name):
      (
        tongue.pick(en: "“\(name)” cannot be assigned to", es: "no se puede asignar a «\(name)»"),
        tongue.pick(en: "choose another name", es: "elige otro nombre")
      )
    case .callWithoutCall:
      (
        tongue.pick(en: "“call” wants a macro call", es: "«call» necesita llamar a una macro"),
        tongue.pick(en: "such as “{% call card() %}”", es: "como «{% call card() %}»")
      )
    case .parameterWithoutDefault(let name):
      (
        tongue.pick(
          en: "parameter “\(name)” needs a default, as one before it has",
          es: "el parámetro «\(name)» necesita un valor, porque uno anterior lo tiene"), nil
      )
    case .blockTwice(let name):
      (
        tongue.pick(
          en: "block “\(name)” is defined twice", es: "el bloque «\(name)» está definido dos veces"),
        tongue.pick(en: "print it again with “self.\(name)()”", es: "vuelve a mostrarlo con «self.\(name)()»")
      )
    case .otherBlockEnds(let name, let opened):
      (
        tongue.pick(
          en: "“endblock \(name)” closes block “\(opened)”",
          es: "«endblock \(name)» cierra el bloque «\(opened)»"), nil
      )
    case .requiredNotEmpty(let name):
      (
        tongue.pick(
          en: "required block “\(name)” must be empty", es: "el bloque obligatorio «\(name)» debe estar vacío"
        ), nil
      )
    case .privateImport(let name):
      (
        tongue.pick(en: "“\(name)” is private to its template", es: "«\(name)» es privado de su plantilla"),
        tongue.pick(
          en: "names that begin with “_” cannot be imported",
          es: "los nombres que empiezan por «_» no se importan")
      )
    case .extendsInside:
      (
        tongue.pick(
          en: "“extends” must stand at the top of the template",
          es: "«extends» debe estar en el nivel superior"), nil
      )
    default: nil
    }
  }

  private func nameWords(_ tongue: Tongue) -> (String, String?)? {
    let remedy = tongue.pick(
      en: "test it with “is defined” or give it a “default(…)”",
      es: "compruébalo con «is defined» o dale un «default(…)»")
    return switch kind {
    case .unknownFilter(let name, let word):
      (
        tongue.pick(en: "there is no filter “\(name)”", es: "no existe el filtro «\(name)»"),
        near(word, tongue)
      )
    case .unknownTest(let name, let word):
      (tongue.pick(en: "there is no test “\(name)”", es: "no existe la prueba «\(name)»"), near(word, tongue))
    case .undefinedName(let name, let word, let names):
      (
        tongue.pick(en: "“\(name)” is not defined", es: "«\(name)» no está definido"),
        joined(near(word, tongue) ?? remedy, available(names, tongue))
      )
    case .undefinedMember(let name, let owner, let word, let names):
      (
        tongue.pick(en: "the \(owner) has no “\(name)”", es: "el valor (\(owner)) no tiene «\(name)»"),
        joined(near(word, tongue) ?? remedy, available(names, tongue))
      )
    case .undefinedElement(let key, let owner):
      (
        tongue.pick(
          en: "the \(owner) has no element \(key)", es: "el valor (\(owner)) no tiene el elemento \(key)"),
        remedy
      )
    case .undefinedParameter(let name):
      (tongue.pick(en: "parameter “\(name)” was not given", es: "falta el parámetro «\(name)»"), nil)
    case .noItem(let name):
      (
        tongue.pick(en: "there is no “\(name)” here", es: "aquí no hay «\(name)»"),
        tongue.pick(
          en: "test “loop.first” or “loop.last” before", es: "comprueba antes «loop.first» o «loop.last»")
      )
    case .notExported(let name, let template):
      (tongue.pick(en: "\(template) does not define “\(name)”", es: "\(template) no define «\(name)»"), nil)
    case .noCaller:
      (tongue.pick(en: "the macro was not called with “call”", es: "la macro no se llamó con «call»"), nil)
    case .emptyList: (tongue.pick(en: "the list is empty", es: "la lista está vacía"), remedy)
    case .noMethod(let name, let owner, let word, let known):
      (
        tongue.pick(
          en: "the \(owner) has no method “\(name)”", es: "el valor (\(owner)) no tiene el método «\(name)»"),
        near(word, tongue) ?? available(known, tongue)
      )
    default: nil
    }
  }

  private func called(_ what: Called, _ tongue: Tongue) -> String {
    switch what {
    case .filter(let name): tongue.pick(en: "filter “\(name)”", es: "el filtro «\(name)»")
    case .test(let name): tongue.pick(en: "test “\(name)”", es: "la prueba «\(name)»")
    case .function(let name): tongue.pick(en: "function “\(name)”", es: "la función «\(name)»")
    case .macro(let name): tongue.pick(en: "macro “\(name)”", es: "la macro «\(name)»")
    case .method(let name): tongue.pick(en: "method “\(name)”", es: "el método «\(name)»")
    }
  }

  private func callWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .tooManyArguments(let what, let most, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) takes at most \(most) argument\(most == 1 ? "" : "s"), got \(got)",
          es: "\(called(what, tongue)) admite \(most) argumentos como mucho, no \(got)"), nil
      )
    case .unknownArgument(let what, let name, let known):
      (
        tongue.pick(
          en: "\(called(what, tongue)) has no argument “\(name)”",
          es: "\(called(what, tongue)) no tiene el argumento «\(name)»"), available(known, tongue)
      )
    case .argumentTwice(let what, let name):
      (
        tongue.pick(
          en: "\(called(what, tongue)) is given “\(name)” twice",
          es: "\(called(what, tongue)) recibe «\(name)» dos veces"), nil
      )
    case .missingArgument(let what, let name):
      (
        tongue.pick(
          en: "“\(what)” wants the argument “\(name)”", es: "«\(what)» necesita el argumento «\(name)»"), nil
      )
    case .wrongArgument(let what, let name, _, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) cannot take \(one(got)) as “\(name)”",
          es: "\(called(what, tongue)) no admite un valor de tipo \(got) como «\(name)»"), nil
      )
    case .wrongSubject(let what, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) does not work on \(one(got))",
          es: "\(called(what, tongue)) no funciona con un valor de tipo \(got)"), nil
      )
    case .notCallable(let what):
      (
        tongue.pick(en: "\(one(what)) cannot be called", es: "un valor de tipo \(what) no se puede llamar"),
        nil
      )
    case .notAMapping(let what):
      (
        tongue.pick(
          en: "“**” wants a dict, not \(one(what))", es: "«**» necesita un dict, no un valor de tipo \(what)"),
        nil
      )
    case .loopNotRecursive:
      (
        tongue.pick(en: "this loop is not recursive", es: "este bucle no es recursivo"),
        tongue.pick(en: "end its tag with “recursive”", es: "termina su etiqueta con «recursive»")
      )
    case .macroWithoutCaller(let name):
      (
        tongue.pick(
          en: "macro “\(name)” does not use “caller()”", es: "la macro «\(name)» no usa «caller()»"),
        tongue.pick(en: "call it with “{{ \(name)() }}”", es: "llámala con «{{ \(name)() }}»")
      )
    case .macroOutlived:
      (
        tongue.pick(
          en: "the macro's variables no longer exist", es: "las variables de la macro ya no existen"), nil
      )
    case .refused(let refusal): (tongue.pick(en: refusal.english, es: refusal.spanish), nil)
    default: nil
    }
  }

  private func valueWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .notOrdered(let sign, let one, let other):
      (
        tongue.pick(
          en: "“\(sign)” cannot compare \(one) with \(other)",
          es: "«\(sign)» no puede comparar \(one) con \(other)"), nil
      )
    case .badOperand(let sign, let what):
      (
        tongue.pick(
          en: "“\(sign)” does not work on \(one(what))",
          es: "«\(sign)» no funciona con un valor de tipo \(what)"
        ), nil
      )
    case .badOperands(let sign, let one, let other):
      (
        tongue.pick(
          en: "“\(sign)” does not work on \(one) and \(other)",
          es: "«\(sign)» no funciona con \(one) y \(other)"),
        sign == "+" ? tongue.pick(en: "join texts with “~”", es: "une textos con «~»") : nil
      )
    case .divisionByZero: (tongue.pick(en: "division by zero", es: "división por cero"), nil)
    case .notIterable(let what):
      (
        tongue.pick(
          en: "\(one(what)) cannot be walked through", es: "un valor de tipo \(what) no se puede recorrer"),
        nil
      )
    case .unpack(let wanted, let got):
      (tongue.pick(en: "\(wanted) names for \(got) values", es: "\(wanted) nombres para \(got) valores"), nil)
    case .notAKey(let what):
      (
        tongue.pick(en: "\(one(what)) cannot be a key", es: "un valor de tipo \(what) no puede ser clave"),
        nil
      )
    case .sliceBound(let what):
      (
        tongue.pick(
          en: "a slice wants whole numbers, not \(one(what))",
          es: "un corte necesita números enteros, no un valor de tipo \(what)"), nil
      )
    case .sliceStep:
      (
        tongue.pick(en: "the step of a slice cannot be zero", es: "el paso de un corte no puede ser cero"),
        nil
      )
    case .notANamespace(let what):
      (
        tongue.pick(
          en: "only a namespace has members to set, not \(one(what))",
          es: "solo un namespace admite asignar miembros, no un valor de tipo \(what)"),
        tongue.pick(
          en: "make one with “{% set ns = namespace() %}”", es: "crea uno con «{% set ns = namespace() %}»")
      )
    case .badFormat(let why):
      (tongue.pick(en: "the format does not fit: \(why)", es: "el formato no encaja: \(why)"), nil)
    case .badDate(let text):
      (
        tongue.pick(en: "“\(text)” is not a date", es: "«\(text)» no es una fecha"),
        tongue.pick(en: "write it as 2026-02-10", es: "escríbela como 2026-02-10")
      )
    default: nil
    }
  }

  private func templateWords(_ tongue: Tongue) -> (String, String?) {
    switch kind {
    case .noTemplate(let names):
      (
        tongue.pick(
          en: "there is no template \(names.map { "“\($0)”" }.joined(separator: " or "))",
          es: "no existe la plantilla \(names.map { "«\($0)»" }.joined(separator: " ni "))"), nil
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
          en: "required block “\(name)” is not filled", es: "falta el bloque obligatorio «\(name)»"),
        tongue.pick(
          en: "define it in the template that extends this one",
          es: "defínelo en la plantilla que extiende a esta")
      )
    case .superOutside:
      (tongue.pick(en: "“super()” stands outside a block", es: "«super()» está fuera de un bloque"), nil)
    case .noParentBlock(let name):
      (
        tongue.pick(
          en: "no parent has a block “\(name)”", es: "ninguna plantilla superior tiene un bloque «\(name)»"),
        nil
      )
    case .tooDeep(let most):
      (
        tongue.pick(
          en: "macros and includes run more than \(most) levels deep",
          es: "macros e inclusiones pasan de \(most) niveles"),
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
    default: (code, nil)
    }
  }
}
