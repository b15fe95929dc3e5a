import Diagnostics
import Language

/// What keeps a file from being rewritten.
enum RepairRefusal: Finding {
  case unresolved(places: Int)

  var code: String { "repair-refused" }
  var severity: Severity { .error }

  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unresolved(let count):
      Sentence(
        tongue.pick(
          en: "not rewritten: \(count) \(count == 1 ? "place" : "places") can't be mended",
          es: "no se ha reescrito: \(count) \(count == 1 ? "lugar no tiene" : "lugares no tienen") arreglo"
        ),
        hint: tongue.pick(
          en: "mend them by hand, or rewrite the rest with --force",
          es: "arréglalos a mano, o reescribe lo demás con --force"
        )
      )
    }
  }
}
