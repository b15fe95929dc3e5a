import Diagnostics
import Language

extension ContentFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .defaultsNotAMap, .insideBundle: tree(in: tongue)
    case .emptyTerm, .unknownTerm, .aliasCycle: terms(in: tongue)
    case .unusedTerm, .unknownTaxonomy: filing(in: tongue)
    case .shallowHistory, .unreadableHistory: history(in: tongue)
    default: addresses(in: tongue)
    }
  }
}

extension ContentFinding {
  private func tree(in tongue: Tongue) -> Sentence {
    switch self {
    case .defaultsNotAMap:
      Sentence(
        tongue.pick(
          en: "defaults are a map of front matter keys, or a list of such maps",
          es: "los valores por defecto son un mapa de claves de cabecera, o una lista de ellos"),
        hint: tongue.pick(en: "write them as 'key: value'", es: "escríbelos como «clave: valor»"))
    case .insideBundle(let bundle):
      Sentence(
        tongue.pick(
          en: "this file belongs to the bundle of '\(bundle)', so it becomes no page",
          es: "este archivo pertenece al paquete de «\(bundle)», así que no será una página"),
        hint: tongue.pick(
          en: "if the folder is a section, rename its 'index.md' to '_index.md'",
          es: "si la carpeta es una sección, cambia el nombre de su «index.md» a «_index.md»"))
    default: preconditionFailure("not about the tree")
    }
  }

  private func history(in tongue: Tongue) -> Sentence {
    switch self {
    case .shallowHistory:
      Sentence(
        tongue.pick(
          en: "this clone does not hold the whole history, so it cannot tell when pages changed",
          es: "este clon no tiene toda la historia, así que no puede decir cuándo cambió cada página"),
        hint: tongue.pick(
          en: "fetch it with `git fetch --unshallow`, or clone with `fetch-depth: 0`",
          es: "tráela con `git fetch --unshallow` o clona con `fetch-depth: 0`"))
    case .unreadableHistory(let reason):
      Sentence(
        tongue.pick(
          en: "the history of the files cannot be read: \(reason)",
          es: "no se puede leer la historia de los archivos: \(reason)"),
        hint: tongue.pick(
          en: "pages are dated by their front matter and file names alone",
          es: "las páginas se fechan solo por su cabecera y el nombre de su archivo"))
    default: preconditionFailure("not about the history")
    }
  }

  private func terms(in tongue: Tongue) -> Sentence {
    switch self {
    case .emptyTerm(let term, let taxonomy):
      Sentence(
        tongue.pick(
          en: "nothing of '\(term)' in '\(taxonomy)' can stand in an address",
          es: "nada de «\(term)» en «\(taxonomy)» puede formar parte de una dirección"),
        hint: tongue.pick(en: "use letters or digits", es: "usa letras o cifras"))
    case .unknownTerm(let term, let taxonomy, let meant):
      Sentence(
        tongue.pick(
          en: "'\(term)' is not among the allowed terms of '\(taxonomy)'",
          es: "«\(term)» no está entre los términos permitidos de «\(taxonomy)»"),
        hint: meant.map { meant in
          tongue.pick(en: "did you mean '\(meant)'?", es: "¿querías decir «\(meant)»?")
        }
          ?? tongue.pick(
            en: "add it to 'taxonomies.\(taxonomy).allowed' in site.yaml, or use another",
            es: "añádelo a «taxonomies.\(taxonomy).allowed» en site.yaml o usa otro"))
    case .aliasCycle(let names, let taxonomy):
      Sentence(
        tongue.pick(
          en: "the aliases of '\(taxonomy)' go round: \(names.joined(separator: " → "))",
          es: "los alias de «\(taxonomy)» dan vueltas: \(names.joined(separator: " → "))"),
        hint: tongue.pick(
          en: "let each lead to the preferred spelling", es: "haz que cada uno lleve a la grafía preferida"))
    default: preconditionFailure("not about a term")
    }
  }

  private func filing(in tongue: Tongue) -> Sentence {
    switch self {
    case .unusedTerm(let term, let taxonomy):
      Sentence(
        tongue.pick(
          en: "no page is filed under '\(term)' in '\(taxonomy)', so this is shown nowhere",
          es: "ninguna página lleva «\(term)» en «\(taxonomy)», así que esto no se muestra"),
        hint: tongue.pick(
          en: "rename the folder after a term that pages use",
          es: "dale a la carpeta el nombre de un término que usen las páginas"))
    case .unknownTaxonomy(let name, let meant):
      Sentence(
        tongue.pick(
          en: "the site has no taxonomy '\(name)'", es: "el sitio no tiene la taxonomía «\(name)»"),
        hint: meant.map { meant in
          tongue.pick(en: "did you mean '\(meant)'?", es: "¿querías decir «\(meant)»?")
        }
          ?? tongue.pick(
            en: "declare it with 'taxonomies: {\(name): {}}' in site.yaml",
            es: "decláralo con «taxonomies: {\(name): {}}» en site.yaml"))
    default: preconditionFailure("not about filing")
    }
  }

  private func addresses(in tongue: Tongue) -> Sentence {
    switch self {
    case .noSlug(let name):
      Sentence(
        tongue.pick(
          en: "nothing of the name '\(name)' can stand in an address",
          es: "nada del nombre «\(name)» puede formar parte de una dirección"),
        hint: tongue.pick(en: "give the page a 'slug'", es: "dale a la página un «slug»"))
    case .noFolderSlug(let folder):
      Sentence(
        tongue.pick(
          en: "nothing of the folder's name '\(folder)' can stand in an address",
          es: "nada del nombre de la carpeta «\(folder)» puede formar parte de una dirección"),
        hint: tongue.pick(en: "rename the folder", es: "cambia el nombre de la carpeta"))
    case .badURL(let url):
      Sentence(
        tongue.pick(
          en: "'\(url)' is no address of this site", es: "«\(url)» no es una dirección de este sitio"),
        hint: tongue.pick(
          en: "write a path such as '/blog/talos/'", es: "escribe una ruta como «/blog/talos/»"))
    case .badAlias(let alias):
      Sentence(
        tongue.pick(
          en: "the alias '\(alias)' is no address of this site",
          es: "el alias «\(alias)» no es una dirección de este sitio"),
        hint: tongue.pick(
          en: "write a path such as '/viejo/'", es: "escribe una ruta como «/viejo/»"))
    case .reserved(let folder):
      Sentence(
        tongue.pick(
          en: "the folder '\(folder)' of the output belongs to the program",
          es: "la carpeta «\(folder)» de la salida es del programa"),
        hint: tongue.pick(
          en: "rename the section, or give it another 'path' in site.yaml",
          es: "cambia el nombre de la sección o dale otro «path» en site.yaml"))
    case .tooLong(let part, let length):
      Sentence(
        tongue.pick(
          en:
            "'\(part)…' takes \(length) bytes of the address, and no file system holds a name of more than 255",
          es:
            "«\(part)…» ocupa \(length) bytes de la dirección, y ningún sistema de archivos admite un nombre de más de 255"
        ),
        hint: tongue.pick(en: "give the page a shorter 'slug'", es: "dale a la página un «slug» más corto"))
    default: collisions(in: tongue)
    }
  }

  private func collisions(in tongue: Tongue) -> Sentence {
    switch self {
    case .taken(let url, let other):
      Sentence(
        tongue.pick(
          en: "the address '\(url)' is already that of '\(other)'",
          es: "la dirección «\(url)» ya es la de «\(other)»"),
        hint: tongue.pick(
          en: "rename one of the two, or give it a 'slug' of its own",
          es: "cambia el nombre de uno de los dos o dale un «slug» propio"))
    case .fileOverFolder(_, let folder, let other):
      Sentence(
        tongue.pick(
          en: "this file would stand where '\(other)' needs the folder '\(folder)'",
          es: "este archivo ocuparía el lugar de la carpeta «\(folder)», que necesita «\(other)»"),
        hint: tongue.pick(en: "rename one of the two", es: "cambia el nombre de uno de los dos"))
    case .aliasTaken(let alias, let other):
      Sentence(
        tongue.pick(
          en: "the alias '\(alias)' is already one of '\(other)'",
          es: "el alias «\(alias)» ya es uno de «\(other)»"),
        hint: tongue.pick(en: "remove it from one of the two", es: "quítalo de uno de los dos"))
    case .aliasOverPage(let alias, let page):
      Sentence(
        tongue.pick(
          en: "the alias '\(alias)' would hide '\(page)', which has that address",
          es: "el alias «\(alias)» taparía «\(page)», que tiene esa dirección"),
        hint: tongue.pick(en: "remove the alias", es: "quita el alias"))
    default: preconditionFailure("not about an address")
    }
  }
}
