import Diagnostics
import Language

/// What can be wrong with `site.yaml` beyond the form of its values.
public enum ConfigurationFinding: Finding, Equatable {
  case unknownZone(String)
  case damagedZone(String)

  public var code: String { "site-time-zone" }
  public var severity: Severity { .error }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownZone(let name):
      Sentence(
        tongue.pick(
          en: "this machine knows no time zone '\(name)'",
          es: "esta máquina no conoce la zona horaria «\(name)»"
        ),
        hint: tongue.pick(
          en: "write a name such as Europe/Madrid, or install the package tzdata",
          es: "escribe un nombre como Europe/Madrid, o instala el paquete tzdata"
        )
      )
    case .damagedZone(let name):
      Sentence(
        tongue.pick(
          en: "this machine's file of the time zone '\(name)' is damaged",
          es: "el archivo de la zona horaria «\(name)» de esta máquina está dañado"
        ),
        hint: tongue.pick(en: "install the package tzdata again", es: "vuelve a instalar el paquete tzdata")
      )
    }
  }
}
