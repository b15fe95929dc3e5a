import Diagnostics
import Language

/// Why what an earlier build kept is of no use, as facts: everything is built then, and one line says why.
public enum StateFinding: Error, Finding, Hashable {
  case damaged
  case otherVersion
  case otherProgram
  /// The output folder was written by a build that did not come to its end.
  case interrupted
  case refused

  public var severity: Severity { .note }

  public var code: String {
    switch self {
    case .damaged: "state-damaged"
    case .otherVersion: "state-version"
    case .otherProgram: "state-program"
    case .interrupted: "state-interrupted"
    case .refused: "state-refused"
    }
  }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .damaged:
      Sentence(
        tongue.pick(
          en: "everything is built: what the last build kept is damaged",
          es: "se genera todo: lo que guardó la última compilación está dañado"))
    case .otherVersion:
      Sentence(
        tongue.pick(
          en: "everything is built: what the last build kept is of another version",
          es: "se genera todo: lo que guardó la última compilación es de otra versión"))
    case .otherProgram:
      Sentence(
        tongue.pick(
          en: "everything is built: another sitegen wrote what was kept",
          es: "se genera todo: lo guardado lo escribió otro sitegen"))
    case .interrupted:
      Sentence(
        tongue.pick(
          en: "everything is built: the output is not as the last build that ended left it",
          es: "se genera todo: la salida no está como la dejó la última compilación completa"))
    case .refused:
      Sentence(
        tongue.pick(en: "everything is built, as asked", es: "se genera todo, como se ha pedido"))
    }
  }
}
