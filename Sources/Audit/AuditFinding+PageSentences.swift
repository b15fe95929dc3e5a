import Diagnostics
import Language

extension AuditFinding {
  func canonical(in tongue: Tongue) -> Sentence {
    switch self {
    case .noCanonical:
      Sentence(
        tongue.pick(
          en: "pages made with this template do not say which address is theirs",
          es: "las páginas hechas con esta plantilla no dicen cuál es su dirección"),
        hint: tongue.pick(
          en: "write <link rel=\"canonical\" href=\"{{ page.canonical }}\"> in its head",
          es: "escribe <link rel=\"canonical\" href=\"{{ page.canonical }}\"> en su cabecera"))
    case .repeatedCanonical:
      Sentence(
        tongue.pick(
          en: "the page says twice which address is its own: search engines then believe neither",
          es: "la página dice dos veces cuál es su dirección: los buscadores no creen ninguna"),
        hint: tongue.pick(
          en: "leave one <link rel=\"canonical\">", es: "deja un solo <link rel=\"canonical\">"))
    case .relativeCanonical(let url):
      Sentence(
        tongue.pick(
          en: "the canonical address '\(url)' is not a whole address",
          es: "la dirección canónica «\(url)» no es una dirección completa"),
        hint: tongue.pick(
          en: "write it with its host, such as https://ejemplo.dev/blog/",
          es: "escríbela con su servidor, como https://ejemplo.dev/blog/"))
    case .brokenCanonical(let url):
      Sentence(
        tongue.pick(
          en: "the canonical address '\(url)' is one of this site where no page answers",
          es: "la dirección canónica «\(url)» es de este sitio y en ella no hay ninguna página"),
        hint: tongue.pick(
          en: "write the address of a page, or remove the key",
          es: "escribe la dirección de una página o quita la clave"))
    case .canonicalChain(let url, let target):
      Sentence(
        tongue.pick(
          en: "the canonical address '\(url)' is a page that itself names '\(target)'",
          es: "la dirección canónica «\(url)» es una página que a su vez nombra «\(target)»"),
        hint: tongue.pick(en: "write '\(target)'", es: "escribe «\(target)»"))
    default: preconditionFailure("not about a canonical address")
    }
  }

  func shown(in tongue: Tongue) -> Sentence {
    switch self {
    case .noTitle:
      Sentence(
        tongue.pick(
          en: "the page has no title but the name of its file",
          es: "la página no tiene más título que el nombre de su archivo"),
        hint: tongue.pick(en: "begin it with 'title: …'", es: "empiézala con «title: …»"))
    case .emptyTitle:
      Sentence(
        tongue.pick(
          en: "pages made with this template have an empty <title>",
          es: "las páginas hechas con esta plantilla tienen un <title> vacío"),
        hint: tongue.pick(
          en: "write <title>{{ page.title }}</title>", es: "escribe <title>{{ page.title }}</title>"))
    case .repeatedTitle(let title, let other):
      Sentence(
        tongue.pick(
          en: "'\(title)' is the title of '\(other)', too",
          es: "«\(title)» es también el título de «\(other)»"),
        hint: tongue.pick(
          en: "say in the title what tells the two apart", es: "di en el título qué distingue a las dos"))
    case .longTitle(let count):
      Sentence(
        tongue.pick(
          en:
            "the title has \(count) characters; search engines cut what is longer than \(Self.longestTitle)",
          es: "el título tiene \(count) caracteres; los buscadores cortan lo que pasa de \(Self.longestTitle)"
        ),
        hint: tongue.pick(
          en: "shorten it, or give the page a short 'title' and say the rest in its text",
          es: "acórtalo, o pon un «title» corto y di el resto en el texto"))
    default: described(in: tongue)
    }
  }

  private func described(in tongue: Tongue) -> Sentence {
    switch self {
    case .noDescription:
      Sentence(
        tongue.pick(
          en: "the page has no description, and no text to take one from",
          es: "la página no tiene descripción ni texto del que tomarla"),
        hint: tongue.pick(
          en: "write 'description: …' in its front matter", es: "escribe «description: …» en su cabecera"))
    case .repeatedDescription(let other):
      Sentence(
        tongue.pick(
          en: "the description is that of '\(other)', word for word",
          es: "la descripción es la de «\(other)», palabra por palabra"),
        hint: tongue.pick(en: "say what this page is about", es: "di de qué trata esta página"))
    case .longDescription(let count):
      Sentence(
        tongue.pick(
          en:
            "the description has \(count) characters; search engines cut what is longer than \(Self.longestDescription)",
          es:
            "la descripción tiene \(count) caracteres; los buscadores cortan lo que pasa de \(Self.longestDescription)"
        ),
        hint: tongue.pick(en: "say it in one or two sentences", es: "dilo en una o dos frases"))
    default: preconditionFailure("not about what search engines show")
    }
  }

  func structure(in tongue: Tongue) -> Sentence {
    switch self {
    case .noMainHeading:
      Sentence(
        tongue.pick(
          en: "pages made with this template have no heading of level one",
          es: "las páginas hechas con esta plantilla no tienen título de nivel uno"),
        hint: tongue.pick(
          en: "write <h1>{{ page.heading }}</h1> in it", es: "escribe <h1>{{ page.heading }}</h1> en ella"))
    case .repeatedMainHeading:
      Sentence(
        tongue.pick(
          en: "the page has more than one heading of level one",
          es: "la página tiene más de un título de nivel uno"),
        hint: tongue.pick(
          en: "begin the headings of the text with '##': the title of the page is level one",
          es: "empieza los títulos del texto con «##»: el de la página es el nivel uno"))
    case .skippedHeading(let before, let level):
      Sentence(
        tongue.pick(
          en: "a heading of level \(level) follows one of level \(before)",
          es: "un título de nivel \(level) sigue a uno de nivel \(before)"),
        hint: tongue.pick(
          en: "write level \(before + 1): '\(String(repeating: "#", count: before + 1))'",
          es: "escribe el nivel \(before + 1): «\(String(repeating: "#", count: before + 1))»"))
    case .emptyHeading:
      Sentence(
        tongue.pick(en: "the heading has no words", es: "el título no tiene palabras"),
        hint: tongue.pick(en: "write some, or remove it", es: "escríbelas o quítalo"))
    case .tableWithoutHeader:
      Sentence(
        tongue.pick(
          en: "the table does not say what its columns or rows are",
          es: "la tabla no dice qué son sus columnas o sus filas"),
        hint: tongue.pick(
          en: "fill its first row, or write <th> for the cells that name the others",
          es: "rellena su primera fila o escribe <th> en las celdas que nombran a las demás"))
    default: preconditionFailure("not about structure")
    }
  }

  func look(in tongue: Tongue) -> Sentence {
    switch self {
    case .noLanguage:
      Sentence(
        tongue.pick(
          en: "pages made with this template do not say their language",
          es: "las páginas hechas con esta plantilla no dicen su idioma"),
        hint: tongue.pick(
          en: "write <html lang=\"{{ page.language }}\">", es: "escribe <html lang=\"{{ page.language }}\">"))
    case .foreignPassage(let other):
      Sentence(
        tongue.pick(
          en:
            "the passage seems to be \(other == .english ? "English" : "Spanish"), and is not marked as such",
          es: "el pasaje parece estar en \(other == .english ? "inglés" : "español") y no está marcado así"),
        hint: tongue.pick(
          en: "write {lang=\(other.rawValue)} on the line below it, so that screen readers pronounce it",
          es:
            "escribe {lang=\(other.rawValue)} en la línea de debajo, para que los lectores de pantalla lo pronuncien bien"
        ))
    case .mixedContent(let url):
      Sentence(
        tongue.pick(
          en: "'\(url)' is not fetched: the site is served over https",
          es: "«\(url)» no se carga: el sitio se sirve por https"),
        hint: tongue.pick(
          en: "write https:, or keep the file in the site",
          es: "escribe https: o guarda el archivo en el sitio"))
    case .lowContrast(let accent, let light, let dark, let shown):
      Sentence(
        tongue.pick(
          en:
            "the accent \(accent) has a contrast of \(tongue.tenths(light)) on light pages and \(tongue.tenths(dark)) on dark ones; text needs 4.5",
          es:
            "el color \(accent) tiene un contraste de \(tongue.tenths(light)) en páginas claras y \(tongue.tenths(dark)) en oscuras; el texto necesita 4,5"
        ),
        hint: tongue.pick(
          en: "light pages show it as \(shown); choose that, or another dark colour",
          es: "las páginas claras lo muestran como \(shown); elige ese u otro color oscuro"))
    case .similarTerm(let term, let other, let count):
      Sentence(
        tongue.pick(
          en:
            "'\(term)' is used once, and looks like '\(other)', which \(count == 1 ? "1 page has" : "\(count) pages have")",
          es:
            "«\(term)» se usa una sola vez y se parece a «\(other)», que \(count == 1 ? "lleva 1 página" : "llevan \(count) páginas")"
        ),
        hint: tongue.pick(
          en: "if both mean the same, write '\(other)'", es: "si significan lo mismo, escribe «\(other)»"))
    default: preconditionFailure("not about language, safety, looks or terms")
    }
  }
}

extension AuditFinding {
  /// Characters of a page's own title; what is longer is cut in lists of results and in shared links.
  static let longestTitle = 80
  /// Characters of a description that lists of results and shared links show.
  static let longestDescription = 200
}

extension Tongue {
  /// A count of tenths as a number: `2.9`, in Spanish `2,9`.
  fileprivate func tenths(_ count: Int) -> String {
    "\(count / 10)\(pick(en: ".", es: ","))\(count % 10)"
  }
}
