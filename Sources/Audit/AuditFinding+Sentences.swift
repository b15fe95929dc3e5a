import Diagnostics
import Language

extension AuditFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .redirectedLink, .linkToOwnHost, .linkWithoutText, .emptyLink, .sameText: link(in: tongue)
    case .pictureWithoutWords, .pictureNamedByFile, .frameWithoutTitle: picture(in: tongue)
    case .repeatedID, .malformedID, .missingID: place(in: tongue)
    case .redirectLoop, .redirectChain, .redirectOverPage, .redirectToNothing, .repeatedRedirect:
      redirect(in: tongue)
    case .orphan, .missingInSitemap, .unknownInSitemap, .hiddenInSitemap, .unknownInFeed, .unannouncedFeed,
      .closedToRobots:
      way(in: tongue)
    case .noCanonical, .repeatedCanonical, .relativeCanonical, .brokenCanonical, .canonicalChain:
      canonical(in: tongue)
    case .noTitle, .emptyTitle, .repeatedTitle, .longTitle, .noDescription, .repeatedDescription,
      .longDescription:
      shown(in: tongue)
    case .noMainHeading, .repeatedMainHeading, .skippedHeading, .emptyHeading, .tableWithoutHeader:
      structure(in: tongue)
    case .noLanguage, .foreignPassage, .mixedContent, .lowContrast, .similarTerm: look(in: tongue)
    }
  }
}

extension AuditFinding {
  private func link(in tongue: Tongue) -> Sentence {
    switch self {
    case .redirectedLink(let written, let target):
      Sentence(
        tongue.pick(
          en: "'\(written)' is an old address that only leads on to '\(target)'",
          es: "«\(written)» es una dirección antigua que solo lleva a «\(target)»"),
        hint: tongue.pick(en: "write '\(target)'", es: "escribe «\(target)»"))
    case .linkToOwnHost(let written, let path):
      Sentence(
        tongue.pick(
          en:
            "'\(written)' names this site's own host, so a preview or a copy of the site leads away from itself",
          es:
            "«\(written)» nombra el servidor de este mismo sitio: una vista previa o una copia llevaría fuera de ella"
        ),
        hint: tongue.pick(en: "write '\(path)'", es: "escribe «\(path)»"))
    case .linkWithoutText(let written):
      Sentence(
        tongue.pick(
          en: "the link to '\(written)' has no words: a screen reader has nothing to say",
          es: "el enlace a «\(written)» no tiene texto: un lector de pantalla no puede decir nada"),
        hint: tongue.pick(
          en: "write words between its brackets, or describe the picture in it",
          es: "escribe palabras entre sus corchetes o describe la imagen que contiene"))
    case .emptyLink(let written):
      Sentence(
        written.isEmpty
          ? tongue.pick(en: "the link has no destination", es: "el enlace no tiene destino")
          : tongue.pick(
            en: "the link '\(written)' leads nowhere", es: "el enlace «\(written)» no lleva a ningún sitio"),
        hint: tongue.pick(en: "write where it leads, or remove it", es: "escribe adónde lleva o quítalo"))
    case .sameText(let text, let first, let other):
      Sentence(
        tongue.pick(
          en: "the words '\(text)' lead to '\(other)' here and to '\(first)' before",
          es: "el texto «\(text)» lleva aquí a «\(other)» y antes a «\(first)»"),
        hint: tongue.pick(
          en: "give each link words that tell where it leads",
          es: "da a cada enlace un texto que diga adónde lleva"))
    default: preconditionFailure("not about a link")
    }
  }

  private func picture(in tongue: Tongue) -> Sentence {
    switch self {
    case .pictureWithoutWords(let written):
      Sentence(
        tongue.pick(
          en: "the picture '\(written)' is not described for those who cannot see it",
          es: "la imagen «\(written)» no está descrita para quien no puede verla"),
        hint: tongue.pick(
          en:
            "say what it shows: ![the rack from the front](…); one that only adorns is an <img> with alt=\"\"",
          es: "di qué se ve: ![el armario visto de frente](…); la que solo adorna es un <img> con alt=\"\""))
    case .pictureNamedByFile(let name):
      Sentence(
        tongue.pick(
          en: "the picture is described by the name of its file, '\(name)'",
          es: "la imagen se describe con el nombre de su archivo, «\(name)»"),
        hint: tongue.pick(en: "say what it shows", es: "di qué se ve en ella"))
    case .frameWithoutTitle:
      Sentence(
        tongue.pick(
          en: "the frame has no title: a screen reader cannot say what is in it",
          es: "el marco no tiene título: un lector de pantalla no puede decir qué contiene"),
        hint: tongue.pick(
          en: "add title=\"…\" to the <iframe>", es: "añade title=\"…\" al <iframe>"))
    default: preconditionFailure("not about a picture")
    }
  }

  private func place(in tongue: Tongue) -> Sentence {
    switch self {
    case .repeatedID(let id):
      Sentence(
        tongue.pick(
          en: "the page has more than one place '#\(id)': a link leads to the first of them",
          es: "la página tiene más de un lugar «#\(id)»: los enlaces llevan al primero"),
        hint: tongue.pick(en: "give this one another id", es: "da a este otro identificador"))
    case .malformedID(let id):
      Sentence(
        id.isEmpty
          ? tongue.pick(en: "the id is empty", es: "el identificador está vacío")
          : tongue.pick(
            en: "the id '\(id)' holds white space, so no link can lead there",
            es: "el identificador «\(id)» contiene espacios, así que ningún enlace puede llevar ahí"),
        hint: tongue.pick(en: "write one word", es: "escribe una sola palabra"))
    case .missingID(let id, let attribute):
      Sentence(
        tongue.pick(
          en: "'\(attribute)' names '\(id)', and nothing on the page has that id",
          es: "«\(attribute)» nombra «\(id)» y nada en la página tiene ese identificador"),
        hint: tongue.pick(
          en: "write the id of an element of this page",
          es: "escribe el identificador de un elemento de esta página"))
    default: preconditionFailure("not about a place")
    }
  }

  private func redirect(in tongue: Tongue) -> Sentence {
    switch self {
    case .redirectLoop(let way):
      Sentence(
        tongue.pick(
          en: "the redirect goes round: \(way.joined(separator: " → "))",
          es: "la redirección da vueltas: \(way.joined(separator: " → "))"),
        hint: tongue.pick(en: "let it lead to a page", es: "haz que lleve a una página"))
    case .redirectChain(let way):
      Sentence(
        tongue.pick(
          en: "the redirect leads to another one: \(way.joined(separator: " → "))",
          es: "la redirección lleva a otra: \(way.joined(separator: " → "))"),
        hint: tongue.pick(
          en: "let it lead to '\(way.last ?? "")' at once",
          es: "haz que lleve directamente a «\(way.last ?? "")»"))
    case .redirectOverPage(let from, let page):
      Sentence(
        tongue.pick(
          en: "'\(from)' is the address of '\(page)', so one of the two is never seen",
          es: "«\(from)» es la dirección de «\(page)», así que uno de los dos no se verá nunca"),
        hint: tongue.pick(en: "remove the redirect, or the page", es: "quita la redirección o la página"))
    case .redirectToNothing(let target, let from):
      Sentence(
        tongue.pick(
          en: "'\(from)' leads to '\(target)', where nothing answers",
          es: "«\(from)» lleva a «\(target)», donde no hay nada"),
        hint: tongue.pick(
          en: "write the address of a page of this site",
          es: "escribe la dirección de una página de este sitio"))
    case .repeatedRedirect(let from):
      Sentence(
        tongue.pick(
          en: "'\(from)' is redirected already: only the first redirect counts",
          es: "«\(from)» ya se redirige: solo cuenta la primera redirección"),
        hint: tongue.pick(en: "remove one of the two", es: "quita una de las dos"))
    default: preconditionFailure("not about a redirect")
    }
  }

  private func way(in tongue: Tongue) -> Sentence {
    switch self {
    case .orphan(let url):
      Sentence(
        tongue.pick(
          en: "no link leads from the home page to '\(url)', however many are followed",
          es: "ningún camino de enlaces lleva de la portada a «\(url)»"),
        hint: tongue.pick(
          en: "link to it, add it to 'menu', or hide it from search with 'robots: noindex'",
          es: "enlázala, añádela a «menu» u ocúltala a los buscadores con «robots: noindex»"))
    case .missingInSitemap(let url, let more):
      Sentence(
        more == 0
          ? tongue.pick(
            en: "the site's own sitemap leaves out '\(url)'", es: "el sitemap propio del sitio omite «\(url)»"
          )
          : tongue.pick(
            en: "the site's own sitemap leaves out '\(url)' and \(more) more",
            es: "el sitemap propio del sitio omite «\(url)» y \(more) más"),
        hint: tongue.pick(
          en: "add what is missing, or remove the file: the site makes a sitemap by itself",
          es: "añade lo que falta o borra el archivo: el sitio hace un sitemap por sí mismo"))
    case .unknownInSitemap(let url):
      Sentence(
        tongue.pick(
          en: "the sitemap lists '\(url)', where no page answers",
          es: "el sitemap incluye «\(url)», donde no hay ninguna página"),
        hint: tongue.pick(en: "remove the line", es: "quita la línea"))
    case .hiddenInSitemap(let url):
      Sentence(
        tongue.pick(
          en: "the sitemap lists '\(url)', which asks search engines to stay away",
          es: "el sitemap incluye «\(url)», que pide a los buscadores que no la muestren"),
        hint: tongue.pick(
          en: "write 'robots: noindex' in its front matter, which keeps it out of the sitemap too",
          es: "escribe «robots: noindex» en su cabecera, que también la saca del sitemap"))
    default: machine(in: tongue)
    }
  }

  private func machine(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownInFeed(let url):
      Sentence(
        tongue.pick(
          en: "the feed leads to '\(url)', where nothing answers",
          es: "el feed lleva a «\(url)», donde no hay nada"),
        hint: tongue.pick(
          en: "mend the address, or remove the file: the site makes feeds by itself",
          es: "arregla la dirección o borra el archivo: el sitio hace los feeds por sí mismo"))
    case .unannouncedFeed(let url):
      Sentence(
        tongue.pick(
          en: "no page tells feed readers of '\(url)'",
          es: "ninguna página anuncia «\(url)» a los lectores de feeds"),
        hint: tongue.pick(
          en:
            "write <link rel=\"alternate\" type=\"application/atom+xml\" href=\"…\"> in the head of the pages",
          es:
            "escribe <link rel=\"alternate\" type=\"application/atom+xml\" href=\"…\"> en la cabecera de las páginas"
        ))
    case .closedToRobots:
      Sentence(
        tongue.pick(
          en: "robots.txt keeps search engines away from the whole site",
          es: "robots.txt deja fuera a los buscadores de todo el sitio"),
        hint: tongue.pick(
          en: "remove 'Disallow: /', or the file: the site makes one by itself",
          es: "quita «Disallow: /» o el archivo: el sitio hace uno por sí mismo"))
    default: preconditionFailure("not about machines")
    }
  }
}
