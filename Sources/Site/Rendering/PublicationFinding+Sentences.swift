import Diagnostics
import Language

extension PublicationFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownLayout(let name, let meant, let known):
      Sentence(
        tongue.pick(en: "there is no template '\(name)'", es: "no existe la plantilla «\(name)»"),
        hint: Self.hint(meant, known, tongue))
    case .argumentNeeded(let argument, let function):
      Sentence(
        tongue.pick(
          en: "'\(function)' needs the argument '\(argument)'",
          es: "«\(function)» necesita el argumento «\(argument)»"))
    case .unknownAsset(let name, let meant, let known):
      Sentence(
        tongue.pick(en: "there is no asset '\(name)'", es: "no existe el recurso «\(name)»"),
        hint: Self.hint(meant, known, tongue))
    case .unknownIcon(let name, let meant, let known):
      Sentence(
        tongue.pick(en: "there is no icon '\(name)'", es: "no existe el icono «\(name)»"),
        hint: Self.hint(meant, known, tongue))
    case .noPage(let path, let meant):
      Sentence(
        tongue.pick(en: "no page answers at '\(path)'", es: "ninguna página responde en «\(path)»"),
        hint: Self.hint(meant, [], tongue))
    case .noSection(let path, let meant):
      Sentence(
        tongue.pick(en: "no section answers at '\(path)'", es: "ninguna sección responde en «\(path)»"),
        hint: Self.hint(meant, [], tongue))
    }
  }

  /// The one that was meant; else all that there are.
  private static func hint(_ meant: String?, _ known: [String], _ tongue: Tongue) -> String? {
    if let meant { return tongue.pick(en: "did you mean '\(meant)'?", es: "¿querías decir «\(meant)»?") }
    guard !known.isEmpty else { return nil }
    let list = known.joined(separator: ", ")
    return tongue.pick(en: "there are: \(list)", es: "hay: \(list)")
  }
}
