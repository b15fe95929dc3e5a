import Diagnostics
import Language

/// What can be wrong with `site.yaml` beyond the form of its values.
public enum ConfigurationFinding: Finding, Equatable {
  case unknownZone(String)
  case damagedZone(String)
  /// The environment that was asked for is none of the site's.
  case unknownEnvironment(String, meant: String?, known: [String])

  public var code: String {
    switch self {
    case .unknownZone, .damagedZone: "site-time-zone"
    case .unknownEnvironment: "site-environment"
    }
  }

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
    case .unknownEnvironment(let name, let meant, let known):
      Sentence(
        tongue.pick(
          en: "the site has no environment '\(name)'", es: "el sitio no tiene el entorno «\(name)»"),
        hint: meant.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
          ?? Self.listing(known, in: tongue)
      )
    }
  }

  private static func listing(_ known: [String], in tongue: Tongue) -> String {
    guard !known.isEmpty else {
      return tongue.pick(en: "describe it under 'environments'", es: "descríbelo en «environments»")
    }
    return tongue.pick(en: "there is: ", es: "hay: ") + known.joined(separator: ", ")
  }
}
