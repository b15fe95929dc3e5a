import Diagnostics
import Language

// What is said of calls and their arguments.

extension TemplateFinding {
  func argumentWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .tooManyArguments(let what, let most, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) takes at most \(most) argument\(most == 1 ? "" : "s"), got \(got)",
          es:
            "\(called(what, tongue)) admite \(most == 1 ? "1 argumento" : "\(most) argumentos") como mucho y recibe \(got)"
        ), nil
      )
    case .unknownArgument(let what, let name, let known):
      (
        tongue.pick(
          en: "\(called(what, tongue)) has no argument '\(name)'",
          es: "\(called(what, tongue)) no tiene el argumento «\(name)»"), available(known, tongue)
      )
    case .argumentTwice(let what, let name):
      (
        tongue.pick(
          en: "\(called(what, tongue)) is given '\(name)' twice",
          es: "\(called(what, tongue)) recibe «\(name)» dos veces"), nil
      )
    case .missingArgument(let what, let name):
      (
        tongue.pick(
          en: "'\(what)' wants the argument '\(name)'", es: "«\(what)» necesita el argumento «\(name)»"), nil
      )
    case .wrongArgument(let what, let name, _, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) cannot take \(one(got)) as '\(name)'",
          es: "\(called(what, tongue)) no admite un valor de tipo \(got) como «\(name)»"), nil
      )
    case .wrongSubject(let what, let got):
      (
        tongue.pick(
          en: "\(called(what, tongue)) does not work on \(one(got))",
          es: "\(called(what, tongue)) no funciona con un valor de tipo \(got)"), nil
      )
    default: nil
    }
  }

  func callWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .notCallable(let what):
      (
        tongue.pick(en: "\(one(what)) cannot be called", es: "un valor de tipo \(what) no se puede llamar"),
        nil
      )
    case .notAMapping(let what):
      (
        tongue.pick(
          en: "'**' wants a dict, not \(one(what))", es: "«**» necesita un dict, no un valor de tipo \(what)"),
        nil
      )
    case .loopNotRecursive:
      (
        tongue.pick(en: "this loop is not recursive", es: "este bucle no es recursivo"),
        tongue.pick(en: "end its tag with 'recursive'", es: "termina su etiqueta con «recursive»")
      )
    case .macroWithoutCaller(let name):
      (
        tongue.pick(
          en: "macro '\(name)' does not use 'caller()'", es: "la macro «\(name)» no usa «caller()»"),
        tongue.pick(en: "call it with '{{ \(name)() }}'", es: "llámala con «{{ \(name)() }}»")
      )
    case .macroOutlived:
      (
        tongue.pick(
          en: "the macro's variables no longer exist", es: "las variables de la macro ya no existen"), nil
      )
    case .refused(let refusal):
      (
        tongue.pick(en: refusal.english, es: refusal.spanish),
        tongue == .english ? refusal.englishHint : refusal.spanishHint
      )
    default: nil
    }
  }

  private func called(_ what: Called, _ tongue: Tongue) -> String {
    switch what {
    case .filter(let name): tongue.pick(en: "filter '\(name)'", es: "el filtro «\(name)»")
    case .test(let name): tongue.pick(en: "test '\(name)'", es: "la prueba «\(name)»")
    case .function(let name): tongue.pick(en: "function '\(name)'", es: "la función «\(name)»")
    case .macro(let name): tongue.pick(en: "macro '\(name)'", es: "la macro «\(name)»")
    case .method(let name): tongue.pick(en: "method '\(name)'", es: "el método «\(name)»")
    }
  }
}
