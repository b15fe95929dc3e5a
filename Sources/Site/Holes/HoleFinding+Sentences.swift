import Diagnostics
import Language

extension HoleFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .brokenLink, .withheldLink, .missingAnchor, .brokenReference: link(in: tongue)
    case .missingPicture, .unreadPicture: picture(in: tongue)
    case .more(let count):
      Sentence(
        tongue.pick(
          en: "\(count) more warnings about links and pictures are not told",
          es: "no se cuentan otros \(count) avisos de enlaces e imágenes"),
        hint: tongue.pick(
          en: "mend these and build again", es: "arregla estos y construye otra vez"))
    }
  }
}

extension HoleFinding {
  private func link(in tongue: Tongue) -> Sentence {
    switch self {
    case .brokenLink(let written, let meant):
      Sentence(
        tongue.pick(
          en: "no page and no file answers at '\(written)'", es: "no hay página ni archivo en «\(written)»"),
        hint: Self.meaning(meant, in: tongue)
          ?? tongue.pick(
            en: "write the path of the file, such as '../blog/talos.md', or its address",
            es: "escribe la ruta del archivo, como «../blog/talos.md», o su dirección"))
    case .withheldLink(let written, let reason):
      Sentence(
        tongue.pick(
          en: "the link '\(written)' leads to \(reason.words(in: tongue)), which is not published",
          es: "el enlace «\(written)» lleva a \(reason.words(in: tongue)), que no se publica"),
        hint: reason.remedy(in: tongue))
    case .missingAnchor(let anchor, let page, let meant):
      Sentence(
        tongue.pick(
          en: "\(page.map { "'\($0)'" } ?? "this page") has no place '#\(anchor)'",
          es: "\(page.map { "«\($0)»" } ?? "esta página") no tiene ningún lugar «#\(anchor)»"),
        hint: Self.meaning(meant.map { "#\($0)" }, in: tongue)
          ?? tongue.pick(
            en: "give a heading the id with '{#\(anchor)}'",
            es: "da ese identificador a un título con «{#\(anchor)}»"))
    case .brokenReference(let written, let meant):
      Sentence(
        tongue.pick(en: "there is no page '\(written)'", es: "no hay ninguna página «\(written)»"),
        hint: Self.meaning(meant, in: tongue)
          ?? tongue.pick(
            en: "write the path of its file below content/, such as 'blog/talos.md'",
            es: "escribe la ruta de su archivo bajo content/, como «blog/talos.md»"))
    default: preconditionFailure("not about a link")
    }
  }

  private func picture(in tongue: Tongue) -> Sentence {
    switch self {
    case .missingPicture(let written, let place, let meant):
      Sentence(
        Self.isPicture(written)
          ? tongue.pick(en: "there is no picture '\(written)'", es: "no existe la imagen «\(written)»")
          : tongue.pick(en: "there is no file '\(written)'", es: "no existe el archivo «\(written)»"),
        hint: Self.meaning(meant, in: tongue)
          ?? tongue.pick(
            en: "put the file at '\(place)'", es: "pon el archivo en «\(place)»"))
    case .unreadPicture(let file):
      Sentence(
        tongue.pick(
          en: "'\(file)' does not read as a picture, so its size is unknown",
          es: "«\(file)» no se lee como imagen, así que no se sabe su tamaño"),
        hint: tongue.pick(
          en: "save it again as PNG, JPEG, WebP, AVIF, GIF or SVG",
          es: "guárdala de nuevo como PNG, JPEG, WebP, AVIF, GIF o SVG"))
    default: preconditionFailure("not about a picture")
    }
  }

  /// Whether a file's ending is one of pictures; what has none was shown as one.
  private static func isPicture(_ written: String) -> Bool {
    let name = LinkPath.name(of: Destination(written).path)
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let ending = name[name.utf8.index(after: point)...].lowercased()
    return ["png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "svg", "bmp", "ico", "tif", "tiff", "jxl"]
      .contains(ending)
  }

  static func meaning(_ meant: String?, in tongue: Tongue) -> String? {
    meant.map { meant in tongue.pick(en: "did you mean '\(meant)'?", es: "¿querías decir «\(meant)»?") }
  }
}

extension Selection.Reason {
  fileprivate func words(in tongue: Tongue) -> String {
    switch self {
    case .draft: tongue.pick(en: "a draft", es: "un borrador")
    case .future: tongue.pick(en: "a page of the future", es: "una página del futuro")
    case .expired: tongue.pick(en: "a page that has expired", es: "una página caducada")
    }
  }

  fileprivate func remedy(in tongue: Tongue) -> String {
    switch self {
    case .draft:
      tongue.pick(
        en: "publish the page, or remove the link until then",
        es: "publica la página o quita el enlace hasta entonces")
    case .future:
      tongue.pick(
        en: "the link works from the day on which the page appears",
        es: "el enlace funcionará desde el día en que aparezca la página")
    case .expired: tongue.pick(en: "remove the link", es: "quita el enlace")
    }
  }
}
