import Diagnostics
import Language

/// Why a fact cannot be shown where somebody asks for it.
public enum FactFinding: Finding, Error, Equatable {
  case noPath(String, nearest: String?)
  case noEntity(String, nearest: String?)
  case noField(FactPath, nearest: String?, known: [String])
  case withheld(FactPath)
  case hiddenEntity(EntityID)
  case noColumn(String, Kind, nearest: String?, known: [String])
  case noWord(String, field: String, nearest: String?, known: [String])
  case noView(String, nearest: String?, known: [String])

  public var code: String {
    switch self {
    case .noPath, .noEntity, .noField: "fact-unknown"
    case .withheld, .hiddenEntity: "fact-private"
    case .noColumn, .noWord, .noView: "fact-view"
    }
  }

  public var severity: Severity { .error }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .noPath(let text, let nearest):
      Sentence(
        tongue.pick(en: "'\(text)' is no path of a fact", es: "«\(text)» no es la ruta de un dato"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(
            en: "write KIND:ID.FIELD, such as cluster:prod.version",
            es: "escribe TIPO:ID.CAMPO, como cluster:prod.version"))
    case .noEntity(let text, let nearest):
      Sentence(
        tongue.pick(en: "the inventory has no '\(text)'", es: "el inventario no tiene «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(
            en: "'sitegen inventory show' lists what there is",
            es: "«sitegen inventory show» enumera lo que hay"))
    case .noField(let path, let nearest, let known):
      Sentence(
        tongue.pick(
          en: "'\(path.entity)' has no field '\(path.fields.joined(separator: "."))'",
          es: "«\(path.entity)» no tiene el campo «\(path.fields.joined(separator: "."))»"),
        hint: Self.suggestion(nearest, in: tongue) ?? Self.list(known, in: tongue))
    case .withheld(let path):
      Sentence(
        tongue.pick(en: "'\(path)' is private", es: "«\(path)» es privado"),
        hint: tongue.pick(
          en: "name it in publish.allow with a reason, or leave it out",
          es: "nómbralo en publish.allow con un motivo, o no lo pongas"))
    case .hiddenEntity(let id):
      Sentence(
        tongue.pick(en: "'\(id)' is private", es: "«\(id)» es privado"),
        hint: tongue.pick(
          en: "its visibility says so: make it public, or leave it out",
          es: "lo dice su visibility: hazlo público o no lo pongas"))
    case .noColumn(let column, let kind, let nearest, let known):
      Sentence(
        tongue.pick(
          en: "'\(kind.block)' have no column '\(column)'",
          es: "«\(kind.block)» no tiene la columna «\(column)»"),
        hint: Self.suggestion(nearest, in: tongue) ?? Self.list(known, in: tongue))
    case .noWord(let word, let field, let nearest, let known):
      Sentence(
        tongue.pick(en: "'\(field)' is never '\(word)'", es: "«\(field)» nunca es «\(word)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(
            en: "it is \(known.listed(.or, in: tongue))", es: "es \(known.listed(.or, in: tongue))"))
    case .noView(let view, let nearest, let known):
      Sentence(
        tongue.pick(en: "there is no view '\(view)'", es: "no existe la vista «\(view)»"),
        hint: Self.suggestion(nearest, in: tongue) ?? Self.list(known, in: tongue))
    }
  }

  private static func suggestion(_ nearest: String?, in tongue: Tongue) -> String? {
    nearest.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
  }

  private static func list(_ known: [String], in tongue: Tongue) -> String {
    tongue.pick(en: "there is \(known.listed(in: tongue))", es: "hay \(known.listed(in: tongue))")
  }
}
