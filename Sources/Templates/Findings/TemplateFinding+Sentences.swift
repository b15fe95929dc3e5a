import Diagnostics
import Language

// How a sentence about a template is put together; the words stand beside, by topic, in both languages.

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
    unclosedWords(tongue) ?? readingWords(tongue) ?? statementWords(tongue) ?? blockWords(tongue)
      ?? nameWords(tongue) ?? absenceWords(tongue) ?? argumentWords(tongue) ?? callWords(tongue)
      ?? operatorWords(tongue) ?? valueWords(tongue) ?? formatWords(tongue) ?? templateWords(tongue)
      ?? limitWords(tongue) ?? (code, nil)
  }
}

// What several of the sentences share.
extension TemplateFinding {
  func near(_ word: String?, _ tongue: Tongue) -> String? {
    word.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
  }

  func available(_ names: [String], _ tongue: Tongue) -> String? {
    guard !names.isEmpty else { return nil }
    let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return tongue.pick(en: "there is: \(list)", es: "hay: \(list)")
  }

  func one(_ kind: String) -> String {
    ("aeiou".contains(kind.prefix(1)) ? "an " : "a ") + kind
  }

  func joined(_ parts: String?...) -> String? {
    let known = parts.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }
}
