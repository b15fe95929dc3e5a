import Diagnostics
import Language

extension SecurityFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .handler(let name):
      Sentence(
        tongue.pick(
          en: "the page has an attribute '\(name)', which the site's policy keeps browsers from running",
          es: "la página tiene un atributo «\(name)», que la política del sitio no deja ejecutar"),
        hint: tongue.pick(
          en: "put the code into a <script>, or into a file under assets/",
          es: "pon el código en un <script> o en un archivo dentro de assets/"))
    case .longPolicy(let bytes):
      Sentence(
        tongue.pick(
          en: "the site's Content-Security-Policy has \(bytes) bytes, more than some servers send",
          es:
            "la Content-Security-Policy del sitio ocupa \(bytes) bytes, más de lo que envían algunos servidores"
        ),
        hint: tongue.pick(
          en: "pages name many hosts, or hold much inline style: write classes instead of 'style' attributes",
          es:
            "las páginas nombran muchos servidores o tienen mucho estilo en línea: usa clases en vez de «style»"
        ))
    case .ownFile(let name):
      Sentence(
        tongue.pick(
          en: "this file takes the place of the '\(name)' that the site would have",
          es: "este archivo sustituye al «\(name)» que tendría el sitio"),
        hint: tongue.pick(
          en: "write its rules under '\(Self.key(of: name))' in site.yaml, which are added to the site's",
          es: "escribe sus reglas en «\(Self.key(of: name))» de site.yaml: se añaden a las del sitio"))
    default: header(in: tongue)
    }
  }

  /// `headers` for `_headers`.
  private static func key(of name: String) -> Substring { name.dropFirst() }

  private func header(in tongue: Tongue) -> Sentence {
    switch self {
    case .badHeaderName(let name):
      Sentence(
        tongue.pick(
          en: "'\(name)' cannot be the name of a header",
          es: "«\(name)» no puede ser el nombre de una cabecera"),
        hint: tongue.pick(
          en: "write a name such as 'X-Frame-Options'", es: "escribe un nombre como «X-Frame-Options»"))
    case .badHeaderValue(let name):
      Sentence(
        tongue.pick(
          en: "the value of the header '\(name)' holds a line break or another control character",
          es: "el valor de la cabecera «\(name)» contiene un salto de línea u otro carácter de control"),
        hint: tongue.pick(en: "write it in one line", es: "escríbelo en una línea"))
    case .badHeaderPath(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' is no path that headers could be sent for",
          es: "«\(path)» no es una ruta para la que se puedan enviar cabeceras"),
        hint: tongue.pick(en: "write a path such as '/blog/*'", es: "escribe una ruta como «/blog/*»"))
    default: preconditionFailure("not about a header")
    }
  }
}
