import Diagnostics

// The names of shapes and types, and the faults of dates, in both languages.

extension FrontmatterFinding.Shape {
  var english: String {
    switch self {
    case .scalar: "a single value"
    case .list: "a list"
    case .map: "a map"
    }
  }

  var spanish: String {
    switch self {
    case .scalar: "un solo valor"
    case .list: "una lista"
    case .map: "un mapa"
    }
  }
}

extension FrontmatterFinding.Expected {
  var english: String {
    switch self {
    case .text: "a text"
    case .texts: "a list of texts"
    case .truth: "'true' or 'false'"
    case .number: "a number"
    case .date: "a date"
    case .picture: "a picture"
    case .author: "an author with a name"
    case .taxonomies, .params: "a map"
    case .sitemap, .search: "'false' or a map"
    }
  }

  var spanish: String {
    switch self {
    case .text: "un texto"
    case .texts: "una lista de textos"
    case .truth: "«true» o «false»"
    case .number: "un número"
    case .date: "una fecha"
    case .picture: "una imagen"
    case .author: "un autor con nombre"
    case .taxonomies, .params: "un mapa"
    case .sitemap, .search: "«false» o un mapa"
    }
  }

  /// What to write instead.
  func remedy(_ key: String) -> (english: String, spanish: String) {
    switch self {
    case .text:
      (
        "write one text; put it in quotes if it holds brackets",
        "escribe un texto, entre comillas si tiene corchetes"
      )
    case .texts: example("\(key): [uno, dos]")
    case .truth: example("\(key): true")
    case .number: example("\(key): 10")
    case .date: example("\(key): 2025-08-12")
    case .picture: example("{image: foto.jpg, alt: Lo que se ve}")
    case .author: example("{name: Ana}")
    case .taxonomies: example("\(key): {tags: [kubernetes]}")
    case .sitemap: example("\(key): {disable: true}")
    case .search: example("\(key): {exclude: true}")
    case .params: example("\(key): {clave: valor}")
    }
  }

  private func example(_ text: String) -> (english: String, spanish: String) {
    ("write, for example, '\(text)'", "escribe, por ejemplo, «\(text)»")
  }
}

extension DateFault {
  func english(key: String, written: String) -> Sentence {
    let example = "write '\(key): 2025-08-12' or '\(key): 2025-08-12 08:45'"
    switch self {
    case .ambiguous(let monthFirst, let dayFirst):
      return Sentence(
        "the date '\(written)' can be read in two ways", hint: "write '\(dayFirst)' or '\(monthFirst)'")
    case .dayFirst(let meant):
      return Sentence("the date '\(written)' does not begin with the year", hint: "write '\(key): \(meant)'")
    case .noSuchMonth(let month):
      return Sentence("the date '\(written)' has no month \(month)", hint: example)
    case .noSuchDay(let day, let days):
      return Sentence("the date '\(written)' has no day \(day)", hint: "its month has \(days) days")
    case .noSuchTime:
      return Sentence(
        "the date '\(written)' has no such time", hint: "hours go up to 23, minutes and seconds up to 59")
    case .noSuchOffset:
      return Sentence("the date '\(written)' has no such offset", hint: "offsets go up to '+14:00'")
    case .shortYear: return Sentence("the year of the date '\(written)' needs four digits", hint: example)
    case .unreadable: return Sentence("the date '\(written)' cannot be read", hint: example)
    }
  }

  func spanish(key: String, written: String) -> Sentence {
    let example = "escribe «\(key): 2025-08-12» o «\(key): 2025-08-12 08:45»"
    switch self {
    case .ambiguous(let monthFirst, let dayFirst):
      return Sentence(
        "la fecha «\(written)» se puede leer de dos maneras", hint: "escribe «\(dayFirst)» o «\(monthFirst)»")
    case .dayFirst(let meant):
      return Sentence("la fecha «\(written)» no empieza por el año", hint: "escribe «\(key): \(meant)»")
    case .noSuchMonth(let month):
      return Sentence("la fecha «\(written)» no tiene mes \(month)", hint: example)
    case .noSuchDay(let day, let days):
      return Sentence("la fecha «\(written)» no tiene día \(day)", hint: "su mes tiene \(days) días")
    case .noSuchTime:
      return Sentence(
        "la fecha «\(written)» lleva una hora que no existe",
        hint: "las horas llegan a 23; los minutos y segundos, a 59")
    case .noSuchOffset:
      return Sentence(
        "la fecha «\(written)» lleva un desfase que no existe", hint: "los desfases llegan a «+14:00»")
    case .shortYear: return Sentence("el año de la fecha «\(written)» necesita cuatro cifras", hint: example)
    case .unreadable: return Sentence("la fecha «\(written)» no se entiende", hint: example)
    }
  }
}
