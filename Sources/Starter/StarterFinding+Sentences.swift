import Diagnostics
import Language

extension StarterFinding {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .notEmpty:
      Sentence(
        tongue.pick(en: "the folder is not empty", es: "la carpeta no está vacía"),
        hint: tongue.pick(
          en: "name a new folder, or an empty one", es: "indica una carpeta nueva, o una vacía")
      )
    case .noSite:
      Sentence(
        tongue.pick(
          en: "there is no site here: neither 'site.yaml' nor 'content/'",
          es: "aquí no hay ningún sitio: ni «site.yaml» ni «content/»"),
        hint: tongue.pick(
          en: "name its folder with --source, or begin one with 'sitegen init'",
          es: "indica su carpeta con --source, o empieza uno con «sitegen init»")
      )
    case .noTitle:
      Sentence(
        tongue.pick(en: "the title is empty", es: "el título está vacío"),
        hint: tongue.pick(
          en: "write it in quotes: sitegen new post \"My first cluster\"",
          es: "escríbelo entre comillas: sitegen new post \"Mi primer clúster\"")
      )
    case .noSlug(let title):
      Sentence(
        tongue.pick(
          en: "no address can be made of the title '\(title)'",
          es: "del título «\(title)» no sale ninguna dirección"),
        hint: tongue.pick(
          en: "add a word with letters or digits", es: "añade alguna palabra con letras o cifras")
      )
    case .exists:
      Sentence(
        tongue.pick(en: "the file exists already", es: "el archivo ya existe"),
        hint: tongue.pick(
          en: "open it, or choose another title", es: "ábrelo, o elige otro título")
      )
    case .addressTaken(let other):
      Sentence(
        tongue.pick(
          en: "'\(other)' has the same address already", es: "«\(other)» ya tiene esa dirección"),
        hint: tongue.pick(en: "choose another title", es: "elige otro título")
      )
    case .noDraft:
      Sentence(
        tongue.pick(
          en: "the archetype writes no front matter with a title",
          es: "el arquetipo no escribe unos metadatos con título"),
        hint: tongue.pick(
          en: "write title: {{ title | yaml }} between its two lines of ---",
          es: "escribe title: {{ title | yaml }} entre sus dos líneas de ---")
      )
    }
  }
}
