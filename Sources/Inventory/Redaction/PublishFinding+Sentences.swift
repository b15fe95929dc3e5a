import Diagnostics
import Language

extension PublishFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .leak(let kind, let fact, let page):
      Sentence(
        tongue.pick(
          en: "\(fact) holds \(kind.name(in: tongue)), which would be published in \(page)",
          es: "\(fact) contiene \(kind.name(in: tongue)), que se publicaría en \(page)"),
        hint: tongue.pick(
          en: "change the value, leave it out of the page, or allow it in 'publish.allow' with the reason",
          es: "cambia el valor, quítalo de la página o permítelo en «publish.allow» con el motivo"))
    case .leakInOutput(let kind, isAuthors: false):
      Sentence(
        tongue.pick(
          en: "\(kind.name(in: tongue)) would be published here",
          es: "aquí se publicaría \(kind.name(in: tongue))"),
        hint: tongue.pick(
          en: "find which fact or template writes it, and take it out",
          es: "busca qué dato o plantilla lo escribe y quítalo"))
    case .leakInOutput(let kind, isAuthors: true):
      Sentence(
        tongue.pick(
          en: "this looks like \(kind.name(in: tongue))", es: "esto parece \(kind.name(in: tongue))"),
        hint: tongue.pick(
          en: "if it is real, take it out of the text and have a new one issued; if not, allow the file in "
            + "'publish.allow' with the reason",
          es:
            "si es de verdad, quítalo del texto y pide otro nuevo; si no, permite el archivo en «publish.allow» con el "
            + "motivo"))
    case .secret(let name, let source):
      Sentence(
        tongue.pick(
          en: "\(name.words(in: tongue)) would be published here",
          es: "aquí se publicaría \(name.words(in: tongue))"),
        hint: source.map {
          tongue.pick(
            en: "look in \($0) first, take it out, and have a new one issued" + name.exception(in: tongue),
            es: "mira primero en \($0), quítalo y pide otro nuevo" + name.exception(in: tongue))
        }
          ?? tongue.pick(
            en: "find which text, fact or template writes it, and take it out" + name.exception(in: tongue),
            es: "busca qué texto, dato o plantilla lo escribe y quítalo" + name.exception(in: tongue)))
    case .secretElsewhere(let name, let files):
      Sentence(
        tongue.pick(
          en: "\(name.words(in: tongue)) stands in \(files) more \(files == 1 ? "file" : "files")",
          es: "\(name.words(in: tongue)) está en \(files) \(files == 1 ? "archivo" : "archivos") más"))
    }
  }
}

extension SecretName {
  /// What it is, with its article.
  func words(in tongue: Tongue) -> String {
    switch self {
    case .variable(let name):
      tongue.pick(en: "the value of the variable \(name)", es: "el valor de la variable \(name)")
    case .source(let id):
      tongue.pick(en: "what the source '\(id)' is asked with", es: "la credencial de la fuente «\(id)»")
    }
  }

  /// How a value that is no secret is let through; the credentials of a source never are.
  fileprivate func exception(in tongue: Tongue) -> String {
    guard case .variable(let name) = self else { return "" }
    return tongue.pick(
      en: "; if it is no secret, allow env:\(name) in 'publish.allow' with the reason",
      es: "; si no es un secreto, permite env:\(name) en «publish.allow» con el motivo")
  }
}

extension Leak.Kind {
  /// What it is, with its article.
  public func name(in tongue: Tongue) -> String {
    switch self {
    case .privateAddress:
      tongue.pick(en: "an address of a private network", es: "una dirección de una red privada")
    case .hardwareAddress:
      tongue.pick(en: "the address of a network card", es: "la dirección de una tarjeta de red")
    case .uuid: tongue.pick(en: "a UUID", es: "un UUID")
    case .email: tongue.pick(en: "an e-mail address", es: "una dirección de correo")
    case .internalName: tongue.pick(en: "the name of a private host", es: "el nombre de un equipo privado")
    case .webToken: tongue.pick(en: "a signed token", es: "un token firmado")
    case .accessKey: tongue.pick(en: "an access token", es: "un token de acceso")
    case .privateKey: tongue.pick(en: "a private key", es: "una clave privada")
    case .credentials:
      tongue.pick(en: "a user and password in an address", es: "un usuario y contraseña en una dirección")
    case .passwordHash: tongue.pick(en: "a stored password", es: "una contraseña cifrada")
    case .assignment:
      tongue.pick(en: "the value of a password or token", es: "el valor de una contraseña o un token")
    case .hexadecimal:
      tongue.pick(en: "a machine's id or a key", es: "el identificador de una máquina o una clave")
    case .opaque: tongue.pick(en: "what looks like a key", es: "algo que parece una clave")
    case .secret:
      tongue.pick(
        en: "the value of a secret of this machine", es: "el valor de un secreto de esta máquina")
    }
  }
}
