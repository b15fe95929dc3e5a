import Language

extension Severity {
  /// The word before the message.
  public func word(in tongue: Tongue) -> String {
    switch self {
    case .error: "error"
    case .warning: tongue.pick(en: "warning", es: "aviso")
    case .note: tongue.pick(en: "note", es: "nota")
    }
  }
}
