import Diagnostics
import Language

extension RepairFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .decoded(let encoding):
      Sentence(message(for: encoding, in: tongue), hint: Self.rewrite(in: tongue))
    case .repaired(let places, let chain):
      Sentence(
        tongue.pick(
          en:
            "\(places) damaged \(places == 1 ? "place" : "places") repaired (\(chain.joined(separator: " + ")))",
          es: places == 1
            ? "se ha reparado 1 lugar dañado (\(chain.joined(separator: " + ")))"
            : "se han reparado \(places) lugares dañados (\(chain.joined(separator: " + ")))"
        ),
        hint: Self.rewrite(in: tongue)
      )
    case .restored(let places):
      Sentence(
        tongue.pick(
          en:
            "\(places) of them had lost bytes and \(places == 1 ? "was" : "were") restored from the words around",
          es: places == 1
            ? "1 de ellos había perdido bytes y se ha deducido de las palabras vecinas"
            : "\(places) de ellos habían perdido bytes y se han deducido de las palabras vecinas"
        ),
        hint: tongue.pick(
          en: "'sitegen repair FILE' lists them", es: "«sitegen repair ARCHIVO» los enumera")
      )
    case .unresolved(let places):
      Sentence(
        tongue.pick(
          en:
            "\(places) damaged \(places == 1 ? "character" : "characters") cannot be restored, the first one here",
          es: places == 1
            ? "1 carácter dañado no se puede recuperar; está aquí"
            : "\(places) caracteres dañados no se pueden recuperar; el primero está aquí"
        ),
        hint: tongue.pick(
          en: "look it up in the original text and type it again",
          es: "búscalo en el texto original y escríbelo de nuevo"
        )
      )
    }
  }

  private func message(for encoding: Encoding, in tongue: Tongue) -> String {
    encoding == .mixed
      ? tongue.pick(
        en: "the lines of the file are in different encodings",
        es: "las líneas del archivo están en distintas codificaciones")
      : tongue.pick(
        en: "the file is in \(encoding.name), not UTF-8",
        es: "el archivo está en \(encoding.name), no en UTF-8")
  }

  private static func rewrite(in tongue: Tongue) -> String {
    tongue.pick(
      en: "'sitegen repair --write FILE' mends the file itself",
      es: "«sitegen repair --write ARCHIVO» arregla el propio archivo"
    )
  }
}
