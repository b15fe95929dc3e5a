import Diagnostics
import Frontmatter
import Language
import Testing

@Suite("Sentences about front matter")
struct SentenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let finding: FrontmatterFinding
    let spanish: Sentence
    var testDescription: String { finding.code }

    init(_ finding: FrontmatterFinding, _ message: String, _ hint: String) {
      self.finding = finding
      spanish = Sentence(message, hint: hint)
    }
  }

  static let bounds: [Case] = [
    Case(.emptyFile, "el archivo está vacío", "escribe la página o borra el archivo"),
    Case(.noText, "no hay texto tras los metadatos", "escribe la página debajo del «---» de cierre"),
    Case(
      .unclosed, "los metadatos no se cierran nunca", "escribe «---» solo en una línea tras la última clave"),
    Case(
      .unclosedObject, "los metadatos en JSON no se cierran nunca",
      "escribe la «}» que falta sola en una línea"),
    Case(
      .textAfterObject, "hay texto tras los metadatos en JSON en su última línea",
      "empieza el texto en una línea nueva"),
    Case(
      .toml, "los metadatos son TOML, que no se lee",
      "escríbelos en YAML: «---» en vez de «+++» y «clave: valor» en vez de «clave = valor»"),
    Case(
      .indented, "los metadatos están sangrados",
      "quita los espacios que hay delante de «---» y de las claves"),
    Case(
      .afterBlankLine, "los metadatos vienen tras una línea en blanco",
      "pon «---» en la primera línea del archivo"),
    Case(
      .notAMap(found: .list), "los metadatos son una lista, no un mapa de claves",
      "escribe una «clave: valor» por línea"),
  ]

  static let values: [Case] = [
    Case(
      .wrongCase(key: "Title", meant: "title"), "la clave «Title» se escribe «title»",
      "se lee, pero otros programas quizá no la encuentren"),
    Case(
      .misspelt(key: "tilte", meant: "title"), "ninguna clave se llama «tilte»",
      "¿querías decir «title»? Tal como está es un parámetro de la página"),
    Case(
      .repeated(key: "Title", first: "title"), "la clave «Title» repite lo que dice «title»",
      "quita una de las dos; se lee la primera"),
    Case(
      .wrongType(key: "tags", expected: .texts, found: .map),
      "«tags» debe ser una lista de textos, no un mapa",
      "escribe, por ejemplo, «tags: [uno, dos]»"),
    Case(
      .wrongType(key: "title", expected: .text, found: .list), "«title» debe ser un texto, no una lista",
      "escribe un texto, entre comillas si tiene corchetes"),
    Case(
      .wrongType(key: "params", expected: .params, found: .scalar),
      "«params» debe ser un mapa, no un solo valor",
      "escribe, por ejemplo, «params: {clave: valor}»"),
    Case(
      .notTruth(key: "draft", written: "si"), "«draft» debe ser «true» o «false», no «si»",
      "escribe «draft: true» o «draft: false»"),
    Case(
      .looseTruth(key: "draft", written: "yes", meant: true), "«yes» se lee como «true»",
      "escribe «draft: true», sin comillas"),
    Case(
      .notANumber(key: "weight", written: "mucho"), "«weight» debe ser un número, no «mucho»",
      "escribe solo el número, como «10»"),
    Case(
      .emptyItem(key: "tags"), "un elemento de «tags» está vacío", "quítalo o escribe su texto tras el guion"),
  ]

  private static func date(_ written: String, _ fault: DateFault) -> FrontmatterFinding {
    .badDate(key: "date", written: written, fault: fault)
  }

  private static let example = "escribe «date: 2025-08-12» o «date: 2025-08-12 08:45»"

  static let dates: [Case] = [
    Case(
      date("10-12-2024", .ambiguous(monthFirst: "2024-10-12", dayFirst: "2024-12-10")),
      "la fecha «10-12-2024» se puede leer de dos maneras", "escribe «2024-12-10» o «2024-10-12»"),
    Case(
      date("25-12-2024", .dayFirst(meant: "2024-12-25")), "la fecha «25-12-2024» no empieza por el año",
      "escribe «date: 2024-12-25»"),
    Case(date("2025-13-45", .noSuchMonth(13)), "la fecha «2025-13-45» no tiene mes 13", example),
    Case(
      date("2025-02-30", .noSuchDay(30, daysInMonth: 28)), "la fecha «2025-02-30» no tiene día 30",
      "su mes tiene 28 días"),
    Case(
      date("2025-08-12 25:00", .noSuchTime), "la fecha «2025-08-12 25:00» lleva una hora que no existe",
      "las horas llegan a 23; los minutos y segundos, a 59"),
    Case(
      date("x", .noSuchOffset), "la fecha «x» lleva un desfase que no existe",
      "los desfases llegan a «+14:00»"),
    Case(date("24-08-12", .shortYear), "el año de la fecha «24-08-12» necesita cuatro cifras", example),
    Case(date("ayer", .unreadable), "la fecha «ayer» no se entiende", example),
    Case(
      .shortHour(key: "date", written: "2025-08-12 8:45", meant: "2025-08-12T08:45:00"),
      "la hora de «2025-08-12 8:45» tiene una sola cifra", "escribe «date: 2025-08-12T08:45:00»"),
    Case(
      .dateInWords(key: "date", written: "12 de agosto de 2025", meant: "2025-08-12"),
      "pocos programas saben leer la fecha «12 de agosto de 2025»", "escribe «date: 2025-08-12»"),
    Case(
      .dateWithSlashes(key: "date", written: "2025/08/12", meant: "2025-08-12"),
      "pocos programas saben leer la fecha «2025/08/12»", "escribe «date: 2025-08-12»"),
    Case(
      .offsetOfOtherSeason(key: "date", offset: "+01:00", expected: "+02:00"),
      "el desfase «+01:00» no es el del sitio ese día, que es «+02:00»",
      "se respeta el instante; escribe «+02:00» si lo que cuenta es la hora, o ningún desfase"),
  ]

  @Test("are said in Spanish", arguments: bounds + values + dates)
  func spanish(_ item: Case) {
    #expect(item.finding.sentence(in: .spanish) == item.spanish)
  }

  @Test("are never the bare code, in either language", arguments: bounds + values + dates)
  func complete(_ item: Case) {
    #expect(item.finding.sentence(in: .english).message != item.finding.code)
    #expect(item.finding.sentence(in: .english).hint != nil)
    #expect(item.finding.sentence(in: .english) != item.finding.sentence(in: .spanish))
  }

  @Test("name what each value should have been, in Spanish")
  func expectations() {
    let all: [(FrontmatterFinding.Expected, String)] = [
      (.truth, "«k» debe ser «true» o «false», no una lista"),
      (.number, "«k» debe ser un número, no una lista"),
      (.date, "«k» debe ser una fecha, no una lista"), (.picture, "«k» debe ser una imagen, no una lista"),
      (.author, "«k» debe ser un autor con nombre, no una lista"),
      (.taxonomies, "«k» debe ser un mapa, no una lista"),
      (.sitemap, "«k» debe ser «false» o un mapa, no una lista"),
      (.search, "«k» debe ser «false» o un mapa, no una lista"),
    ]
    for (expected, message) in all {
      let finding = FrontmatterFinding.wrongType(key: "k", expected: expected, found: .list)
      #expect(finding.sentence(in: .spanish).message == message)
    }
  }
}
