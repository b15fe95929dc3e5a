import Diagnostics
import Language

// What is told of single fields, and of what may be published.

extension InventoryFinding {
  func field(_ tongue: Tongue) -> Sentence {
    switch self {
    case .fieldMissing(let id, let field):
      Sentence(
        tongue.pick(en: "'\(id)' lacks '\(field)'", es: "a «\(id)» le falta «\(field)»"),
        hint: tongue.pick(
          en: "add it, or write '\(field): unknown'", es: "añádelo o escribe «\(field): unknown»"))
    case .unknownSource(let id, let source, let known, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(id)' is bound to the source '\(source)', which site.yaml does not have",
          es: "«\(id)» está ligado a la fuente «\(source)», que no está en site.yaml"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? (known.isEmpty
            ? tongue.pick(
              en: "add it under inventory.sources", es: "añádela en inventory.sources")
            : tongue.pick(
              en: "sources: \(known.joined(separator: ", "))", es: "fuentes: \(known.joined(separator: ", "))"
            )))
    case .badBinding(let id, let field, let text):
      Sentence(
        tongue.pick(
          en: "'\(id)': '\(text)' names no object for live.\(field)",
          es: "«\(id)»: «\(text)» no nombra ningún objeto para live.\(field)"),
        hint: field == "workload"
          ? tongue.pick(
            en: "write deployment/NAMESPACE/NAME, or statefulset or daemonset",
            es: "escribe deployment/ESPACIO/NOMBRE, o bien statefulset o daemonset")
          : tongue.pick(en: "write NAMESPACE/NAME", es: "escribe ESPACIO/NOMBRE"))
    case .endsBeforeItBegins(let id, let since, let until):
      Sentence(
        tongue.pick(
          en: "'\(id)' ends (\(until)) before it begins (\(since))",
          es: "«\(id)» acaba (\(until)) antes de empezar (\(since))"),
        hint: tongue.pick(en: "swap since: and until:", es: "intercambia since: y until:"))
    case .unknownLanguage(let id, let language, let known):
      Sentence(
        tongue.pick(
          en: "'\(id)' has a text in '\(language)', which is no language of this inventory",
          es: "«\(id)» tiene un texto en «\(language)», que no es un idioma de este inventario"),
        hint: tongue.pick(
          en: "inventory.languages has \(known.listed(in: tongue))",
          es: "inventory.languages tiene \(known.listed(in: tongue))"))
    default: preconditionFailure("told among other sentences")
    }
  }

  func publishing(_ tongue: Tongue) -> Sentence {
    switch self {
    case .privateAllowed(let path):
      Sentence(
        tongue.pick(
          en: "the private field '\(path)' will be published", es: "el campo privado «\(path)» se publicará"),
        hint: tongue.pick(
          en: "give a reason to say that you mean it: {path: \"\(path)\", reason: …}",
          es: "da un motivo para confirmarlo: {path: \"\(path)\", reason: …}"))
    case .allowsNothing(let path, let nearest):
      Sentence(
        tongue.pick(
          en: "publish.allow: nothing has the path '\(path)'",
          es: "publish.allow: nada tiene la ruta «\(path)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(
            en: "write the exact path, such as host:nas.serial",
            es: "escribe la ruta exacta, como host:nas.serial"))
    case .allowedWithoutReason(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' is allowed without a reason, which counts for nothing",
          es: "«\(path)» se permite sin un motivo, y eso no vale"),
        hint: tongue.pick(
          en: "say why: {path: \"\(path)\", reason: …}", es: "di por qué: {path: \"\(path)\", reason: …}"))
    case .allowsNoFile(let path):
      Sentence(
        tongue.pick(
          en: "publish.allow: the site has no file '\(path)'",
          es: "publish.allow: el sitio no tiene el archivo «\(path)»"),
        hint: tongue.pick(
          en: "write its path from the root of the site, such as content/blog/hello.md",
          es: "escribe su ruta desde la raíz del sitio, como content/blog/hola.md"))
    case .controlCharacter(let number):
      Sentence(
        tongue.pick(
          en: "a character that nobody sees: \(Self.name(of: number))",
          es: "un carácter que nadie ve: \(Self.name(of: number))"),
        hint: tongue.pick(
          en: "take it out: a page would not show it, or show what follows in another order",
          es: "quítalo: una página no lo mostraría, o mostraría lo que sigue en otro orden"))
    case .allowsHiddenAddress(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' is allowed, but publish.addresses is hide",
          es: "«\(path)» está permitido, pero publish.addresses es hide"),
        hint: tongue.pick(
          en: "write addresses: mask, or addresses: show", es: "escribe addresses: mask o addresses: show"))
    default: preconditionFailure("told among other sentences")
    }
  }

  /// `U+202E`
  private static func name(of number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
