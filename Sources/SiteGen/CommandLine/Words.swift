import Language

/// One text for the user in both tongues.
struct Words: Sendable {
  let english: String
  let spanish: String

  init(en english: String, es spanish: String) {
    self.english = english
    self.spanish = spanish
  }

  func callAsFunction(_ tongue: Tongue) -> String { tongue.pick(en: english, es: spanish) }
}
