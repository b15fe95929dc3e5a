import Diagnostics
import Language

/// What can be wrong with the folder `assets/`.
public enum AssetFinding: Finding, Equatable {
  case reserved(String)

  public var severity: Severity { .error }
  public var code: String { "asset-reserved" }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .reserved(let name):
      Sentence(
        tongue.pick(
          en: "'\(name)' is what templates call the theme's own file",
          es: "«\(name)» es como las plantillas llaman al archivo del propio tema"),
        hint: tongue.pick(
          en: "give it another name, or put it into 'styles/' or 'scripts/' to have it joined to the theme's",
          es: "dale otro nombre, o ponlo en «styles/» o «scripts/» para que se una al del tema"))
    }
  }
}
