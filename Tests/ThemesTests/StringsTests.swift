import Testing
import Themes

@Suite("The strings of the interface")
struct StringsTests {
  private static func layer(_ prefix: String, _ files: [String: String]) -> ThemeLayer {
    ThemeLayer(prefix: prefix, listing: files.keys) { name in files[name].map { Array($0.utf8) } }
  }

  private static let builtIn = layer(
    "sitegen/",
    [
      "strings/es.yaml": """
      more: Seguir leyendo
      posts: {one: "{count} entrada", other: "{count} entradas", many: "{count} de entradas"}
      page: Página {number} de {total}
      code: Copia {esto no} {} {también{name}
      feed: {title: Novedades, types: {atom: Atom}}
      year: 2025
      """,
      "strings/en.yaml": """
      more: Read on
      posts: {one: "{count} post", other: "{count} posts"}
      page: Page {number} of {total}
      code: Copy {name}
      feed: {title: News}
      year: 2025
      """,
    ])
  private static let site = layer(
    "", ["strings/es.yaml": "more: Leer más\n", "strings/es-MX.yaml": "posts: {other: '{count} notas'}\n"])
  private static let strings = Strings(of: site, builtIn: builtIn, languages: ["es", "en", "es-MX", "fr"])

  @Test("are the site's where it has them, key by key")
  func overridden() throws {
    #expect(try Self.strings.text("more", in: "es") == "Leer más")
    #expect(try Self.strings.text("more", in: "en") == "Read on")
    #expect(try Self.strings.text("feed.title", in: "es") == "Novedades")
    #expect(try Self.strings.text("year", in: "es") == "2025")
  }

  @Test(
    "are counted by the rules of their language",
    arguments: [
      ("es", 0, "0 entradas"), ("es", 1, "1 entrada"), ("es", 1200, "1.200 entradas"),
      ("es", 1_000_000, "1.000.000 de entradas"), ("en", 0, "0 posts"), ("en", 1, "1 post"),
      ("en", 1_000_000, "1,000,000 posts"), ("es-MX", 1, "1 notas"), ("fr", 2, "2 entradas"),
    ])
  func counted(language: String, count: Int, expected: String) throws {
    #expect(try Self.strings.text("posts", in: language, count: count) == expected)
  }

  @Test("have gaps that are filled by name, and braces that are only braces")
  func gaps() throws {
    let values = ["number": "2", "total": "9", "name": "rack"]
    #expect(try Self.strings.text("page", in: "es") { values[$0] } == "Página 2 de 9")
    #expect(try Self.strings.text("code", in: "es") { values[$0] } == "Copia {esto no} {} {tambiénrack")
  }

  @Test("come from the nearest language that has them")
  func fallbacks() throws {
    #expect(try Self.strings.text("more", in: "es-MX") == "Leer más")
    #expect(try Self.strings.text("more", in: "fr") == "Leer más")
    #expect(try Self.strings.text("feed.types.atom", in: "en") == "Atom")
    #expect(
      Self.strings.keys(in: "fr") == [
        "code", "feed.title", "feed.types.atom", "more", "page", "posts", "year",
      ])
  }

  @Test("are refused when nobody knows them, a count is missing or a gap stays open")
  func refused() {
    #expect(throws: ThemeFinding.unknownString(key: "mroe", nearest: "more")) {
      try Self.strings.text("mroe", in: "es")
    }
    #expect(throws: ThemeFinding.unknownString(key: "completamente.otra", nearest: nil)) {
      try Self.strings.text("completamente.otra", in: "es")
    }
    #expect(throws: ThemeFinding.countNeeded(key: "posts")) { try Self.strings.text("posts", in: "es") }
    #expect(throws: ThemeFinding.missingArgument("total", key: "page")) {
      try Self.strings.text("page", in: "es") { $0 == "number" ? "1" : nil }
    }
  }
}
