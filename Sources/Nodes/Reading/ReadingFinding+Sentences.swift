import Diagnostics
import Language

extension ReadingFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch tongue {
    case .english: english
    case .spanish: spanish
    }
  }
}

extension ReadingFinding {
  private var english: Sentence {
    switch self {
    case .wrongType(let path, let expected, let found):
      let place = path.isEmpty ? "" : "'\(path)': "
      return Sentence(
        "\(place)expected \(expected.phrase(in: .english)), found \(found.phrase(in: .english))",
        hint: remedy(for: found, expecting: expected)?.english)
    case .outOfRange(let path, let from, let to, let found):
      return Sentence("'\(path)': \(found) is not between \(from) and \(to)")
    case .notAllowed(let path, let found, let allowed, let nearest):
      return Sentence(
        "'\(path)': '\(found)' is not one of \(allowed.joined(separator: ", "))",
        hint: nearest.map { "did you mean '\($0)'?" })
    case .missingKey(let path):
      return Sentence("'\(path)' is missing", hint: "add the key")
    case .unknownKey(let path, let nearest, let known):
      return Sentence(
        "unknown key '\(path)'",
        hint: nearest.map { "did you mean '\($0)'?" } ?? "known keys: \(known.joined(separator: ", "))")
    case .renamedKey(let path, let name):
      return Sentence("'\(path)' is now called '\(name)'", hint: "rename the key")
    case .keyUnderTwoNames(let path, let name):
      return Sentence(
        "'\(path)' is the old name of '\(name)', which is given too", hint: "delete one of the two")
    }
  }

  private var spanish: Sentence {
    switch self {
    case .wrongType(let path, let expected, let found):
      let place = path.isEmpty ? "" : "«\(path)»: "
      return Sentence(
        "\(place)se espera \(expected.phrase(in: .spanish)) y \(found.phrase(in: .spanish))",
        hint: remedy(for: found, expecting: expected)?.spanish)
    case .outOfRange(let path, let from, let to, let found):
      return Sentence("«\(path)»: \(found) no está entre \(from) y \(to)")
    case .notAllowed(let path, let found, let allowed, let nearest):
      return Sentence(
        "«\(path)»: «\(found)» no es ninguno de \(allowed.joined(separator: ", "))",
        hint: nearest.map { "¿querías decir «\($0)»?" })
    case .missingKey(let path):
      return Sentence("falta «\(path)»", hint: "añade la clave")
    case .unknownKey(let path, let nearest, let known):
      return Sentence(
        "clave desconocida «\(path)»",
        hint: nearest.map { "¿querías decir «\($0)»?" }
          ?? "claves conocidas: \(known.joined(separator: ", "))")
    case .renamedKey(let path, let name):
      return Sentence("«\(path)» se llama ahora «\(name)»", hint: "cambia el nombre de la clave")
    case .keyUnderTwoNames(let path, let name):
      return Sentence(
        "«\(path)» es el nombre antiguo de «\(name)», que también está", hint: "borra una de las dos")
    }
  }

  /// The advice for the usual confusions of types.
  private func remedy(for found: Found, expecting: Expectation) -> (english: String, spanish: String)? {
    switch (expecting, found.kind) {
    case (.boolean, .text):
      return ("write true or false, without quotes", "escribe true o false, sin comillas")
    case (.integer, .text), (.number, .text):
      let plain = found.lexeme.filter { $0 != "_" }
      guard CoreSchema.number(plain) != nil else { return nil }
      return ("write \(plain), without quotes", "escribe \(plain), sin comillas")
    case (.list, .text), (.list, .integer), (.list, .number):
      return ("write [\(found.lexeme)]", "escribe [\(found.lexeme)]")
    case (.text, .list), (.text, .map):
      return (
        "put quotes around a text that begins with [ or {",
        "pon entre comillas un texto que empiece por [ o {"
      )
    default: return nil
    }
  }
}
