import Diagnostics
import Language
import Templates

extension ShortcodeFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknown, .unsupported, .noInventory, .insideTemplate: name(in: tongue)
    case .refused(let refusal):
      Sentence(
        tongue.pick(en: refusal.english, es: refusal.spanish),
        hint: tongue == .english ? refusal.englishHint : refusal.spanishHint)
    case .failedHere(let name):
      Sentence(
        tongue.pick(
          en: "the template of '\(name)' fails for this use",
          es: "la plantilla de «\(name)» falla en este uso"))
    default: argument(in: tongue)
    }
  }
}

extension ShortcodeFinding {
  private func name(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknown(let name, let meant):
      Sentence(
        tongue.pick(en: "there is no shortcode '\(name)'", es: "no existe el shortcode «\(name)»"),
        hint: meant.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
          ?? Kindred(of: name)?.hint(in: tongue)
          ?? tongue.pick(
            en: "write its template as templates/shortcodes/\(name).html",
            es: "escribe su plantilla en templates/shortcodes/\(name).html"))
    case .unsupported(let name):
      Sentence(
        tongue.pick(
          en: "the shortcode '\(name)' is Hugo's, and has no counterpart here",
          es: "el shortcode «\(name)» es de Hugo y aquí no tiene equivalente"),
        hint: tongue.pick(
          en: "make the picture once and show it as any other, or write templates/shortcodes/\(name).html",
          es:
            "haz la imagen una vez y muéstrala como cualquier otra, o escribe templates/shortcodes/\(name).html"
        ))
    case .noInventory(let name):
      Sentence(
        tongue.pick(
          en: "'\(name)' shows the homelab, and this site has no inventory yet",
          es: "«\(name)» muestra el homelab y este sitio aún no tiene inventario"),
        hint: tongue.pick(
          en: "describe it under inventory/, or remove the shortcode",
          es: "descríbelo en inventory/ o quita el shortcode"))
    case .insideTemplate(let name):
      Sentence(
        tongue.pick(
          en: "the filter 'markdown' reads no shortcodes, but the text holds '\(name)'",
          es: "el filtro «markdown» no lee shortcodes, pero el texto contiene «\(name)»"))
    default: preconditionFailure("not about a name")
    }
  }

  private func argument(in tongue: Tongue) -> Sentence {
    switch self {
    case .missingArgument(let argument, let name, let isPositional):
      Sentence(
        tongue.pick(en: "'\(name)' needs '\(argument)'", es: "a «\(name)» le falta «\(argument)»"),
        hint: isPositional
          ? tongue.pick(
            en: "write {{< \(name) \(argument)=\"…\" >}}", es: "escribe {{< \(name) \(argument)=\"…\" >}}")
          : nil)
    case .unknownArgument(let argument, let name, let meant, let known):
      Sentence(
        tongue.pick(en: "'\(name)' takes no '\(argument)'", es: "«\(name)» no admite «\(argument)»"),
        hint: meant.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
          ?? Self.choice(known, in: tongue))
    case .tooManyArguments(let name, let most, let known):
      Sentence(
        tongue.pick(
          en: most == 0
            ? "'\(name)' takes no arguments without a name"
            : "'\(name)' takes at most \(most) arguments",
          es: most == 0
            ? "«\(name)» no admite argumentos sin nombre" : "«\(name)» admite como mucho \(most) argumentos"),
        hint: Self.choice(known, in: tongue))
    case .badArgument(let argument, let value, let name):
      Sentence(
        tongue.pick(
          en: "'\(value)' is no '\(argument)' of '\(name)'",
          es: "«\(value)» no sirve como «\(argument)» de «\(name)»"),
        hint: argument == "id"
          ? tongue.pick(
            en: "write the id alone, not the whole address",
            es: "escribe solo el identificador, no la dirección entera")
          : nil)
    case .notPixels(let argument, let value):
      Sentence(
        tongue.pick(
          en: "'\(value)' is no number of pixels, so '\(argument)' is left out",
          es: "«\(value)» no es un número de píxeles, así que «\(argument)» no se usa"),
        hint: tongue.pick(
          en: "write a number, or give the figure a 'class' and style it",
          es: "escribe un número, o da a la figura una «class» y su estilo"))
    case .missingParam(let name, let meant):
      Sentence(
        tongue.pick(
          en: "the page has no parameter '\(name)'", es: "la página no tiene el parámetro «\(name)»"),
        hint: meant.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
          ?? tongue.pick(
            en: "give it in the front matter: \(name): …", es: "ponlo en la cabecera: \(name): …"))
    default: preconditionFailure("not about an argument")
    }
  }

  private static func choice(_ known: [String], in tongue: Tongue) -> String? {
    known.isEmpty
      ? nil
      : tongue.pick(
        en: "it knows \(known.joined(separator: ", "))", es: "conoce \(known.joined(separator: ", "))")
  }
}

/// What a shortcode of a well-known theme is called in our Markdown.
private enum Kindred {
  case callout, tabs, figure
  case fence(language: String)

  init?(of name: String) {
    switch name.lowercased() {
    case "alert", "notice", "callout", "admonition", "hint", "note", "tip", "warning", "info", "danger",
      "important":
      self = .callout
    case "tabs", "tab", "tabpane", "codetabs": self = .tabs
    case "mermaid": self = .fence(language: "mermaid")
    case "code", "source", "codeblock": self = .fence(language: "yaml")
    case "img", "image", "picture", "imgproc", "photo": self = .figure
    default: return nil
    }
  }

  func hint(in tongue: Tongue) -> String {
    switch self {
    case .callout:
      tongue.pick(
        en: "write a box: '> [!NOTE]' and the text as a quote",
        es: "escribe un recuadro: «> [!NOTE]» y el texto como cita")
    case .tabs:
      tongue.pick(
        en: "write tabs: '=== \"title\"' and the text indented by 4",
        es: "escribe pestañas: «=== \"título\"» y el texto sangrado con 4")
    case .fence(let language):
      tongue.pick(
        en: "write a fenced block: ```\(language)", es: "escribe un bloque de código: ```\(language)")
    case .figure:
      tongue.pick(en: "write ![words](path) or use 'figure'", es: "escribe ![texto](ruta) o usa «figure»")
    }
  }
}
