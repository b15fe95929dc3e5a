import Language

/// The words that stand in the addresses of lists.
struct ListWords {
  let page: String
  let archive: String

  init(_ tongue: Tongue) {
    page = tongue.pick(en: "page", es: "pagina")
    archive = tongue.pick(en: "archive", es: "archivo")
  }
}
