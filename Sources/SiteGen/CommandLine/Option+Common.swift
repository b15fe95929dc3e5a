import Diagnostics
import Language

extension Option {
  /// What every command understands.
  static let common: [Option] = [
    Option(
      name: "--format",
      value: .choice(Report.Format.allCases.map(\.rawValue)),
      summary: Words(
        en: "how results and mistakes are written (default: human)",
        es: "cómo se escriben resultados y errores (por defecto: human)"
      )
    ),
    Option(
      name: "--lang",
      value: .choice(Tongue.allCases.map(\.rawValue)),
      summary: Words(
        en: "the language of messages (default: from LANG)",
        es: "idioma de los mensajes (por defecto: según LANG)"
      )
    ),
    Option(
      name: "--quiet",
      summary: Words(en: "print errors and results only", es: "escribe solo errores y resultados")
    ),
    Option(name: "--verbose", summary: Words(en: "print more", es: "escribe más")),
    Option(name: "--help", summary: Words(en: "print this help", es: "escribe esta ayuda")),
  ]
}
