import Diagnostics
import Language

// What is said of values that do not fit.

extension TemplateFinding {
  func operatorWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .notOrdered(let sign, let one, let other):
      (
        tongue.pick(
          en: "'\(sign)' cannot compare \(one) with \(other)",
          es: "«\(sign)» no puede comparar \(one) con \(other)"), nil
      )
    case .badOperand(let sign, let what):
      (
        tongue.pick(
          en: "'\(sign)' does not work on \(one(what))",
          es: "«\(sign)» no funciona con un valor de tipo \(what)"
        ), nil
      )
    case .badOperands(let sign, let one, let other):
      (
        tongue.pick(
          en: "'\(sign)' does not work on \(one) and \(other)",
          es: "«\(sign)» no funciona con \(one) y \(other)"),
        sign == "+" ? tongue.pick(en: "join texts with '~'", es: "une textos con «~»") : nil
      )
    case .divisionByZero: (tongue.pick(en: "division by zero", es: "división por cero"), nil)
    case .notIterable(let what):
      (
        tongue.pick(
          en: "\(one(what)) cannot be walked through", es: "un valor de tipo \(what) no se puede recorrer"),
        nil
      )
    default: nil
    }
  }

  func valueWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .unpack(let wanted, let got):
      (
        tongue.pick(
          en: "\(wanted) names for \(got) value\(got == 1 ? "" : "s")",
          es: "\(wanted) nombres para \(got) valor\(got == 1 ? "" : "es")"), nil
      )
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
          en: "make one with '{% set ns = namespace() %}'", es: "crea uno con «{% set ns = namespace() %}»")
      )
    default: nil
    }
  }

  func formatWords(_ tongue: Tongue) -> (String, String?)? {
    switch kind {
    case .badFormat(let why):
      (tongue.pick(en: "the format does not fit: \(why)", es: "el formato no encaja: \(why)"), nil)
    case .badDate(let text):
      (
        tongue.pick(en: "'\(text)' is not a date", es: "«\(text)» no es una fecha"),
        tongue.pick(
          en: "write it as 2026-02-10 or 2026-02-10T08:45:00+01:00",
          es: "escríbela como 2026-02-10 o 2026-02-10T08:45:00+01:00")
      )
    case .badDatePattern(let text, let error, let word): patternWords(text, error, word, tongue)
    case .noClock:
      (
        tongue.pick(en: "'ago' does not know what time it is", es: "«ago» no sabe qué hora es"),
        tongue.pick(
          en: "write the date in another form, such as 'long'",
          es: "escribe la fecha de otra forma, como «long»")
      )
    default: nil
    }
  }

  private func patternWords(
    _ text: String, _ error: DatePatternError, _ near: String?, _ tongue: Tongue
  ) -> (String, String?) {
    let plain = tongue.pick(
      en: "plain text stands between apostrophes: d 'de' MMMM",
      es: "el texto va entre apóstrofos: d 'de' MMMM")
    switch error {
    case .unknownLetter(let letter, _):
      return (
        tongue.pick(
          en: "'\(letter)' means nothing in the date pattern '\(text)'",
          es: "«\(letter)» no significa nada en el patrón de fecha «\(text)»"),
        self.near(near, tongue) ?? plain
      )
    case .tooLong(let letter, let count, _):
      return (
        tongue.pick(
          en: "'\(letter)' stands \(count) times in a row in the date pattern '\(text)'",
          es: "«\(letter)» aparece \(count) veces seguidas en el patrón de fecha «\(text)»"),
        self.near(near, tongue) ?? plain
      )
    case .percentLetter:
      return (
        tongue.pick(
          en: "the date pattern '\(text)' is written with percent signs",
          es: "el patrón de fecha «\(text)» está escrito con signos de porcentaje"),
        tongue.pick(
          en: "write 'y-MM-dd' instead of '%Y-%m-%d'", es: "escribe «y-MM-dd» en vez de «%Y-%m-%d»")
      )
    case .unclosedText:
      return (
        tongue.pick(
          en: "an apostrophe is never closed in the date pattern '\(text)'",
          es: "hay un apóstrofo sin cerrar en el patrón de fecha «\(text)»"),
        tongue.pick(en: "two of them write one: ''", es: "dos seguidos escriben uno: ''")
      )
    }
  }
}
