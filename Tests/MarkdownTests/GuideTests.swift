import Bytes
import Diagnostics
import Language
import Markdown
import TestSupport
import Testing

struct GuideTests {
  @Test("a pasted guide is mended", arguments: Fixture.all(in: "Guides"))
  func mended(fixture: Fixture) throws {
    try fixture.expect(text(Guides.fenced(source: Array(fixture.input.utf8)).bytes))
  }

  @Test("no word is lost", arguments: Fixture.all(in: "Guides"))
  func words(fixture: Fixture) {
    let mended = text(Guides.fenced(source: Array(fixture.input.utf8)).bytes)
    var rest = words(of: mended)[...]
    // An address that a page copied as text and as target is written once in code.
    let address = "https://faro.example/a.sh"
    for word in words(of: fixture.input.replacing("[\(address)](\(address))", with: address)) {
      guard let index = rest.firstIndex(of: word) else {
        Issue.record("'\(word)' is lost")
        return
      }
      rest = rest[(index + 1)...]
    }
  }

  @Test("mending what is mended changes nothing", arguments: Fixture.all(in: "Guides"))
  func twice(fixture: Fixture) {
    let once = Guides.fenced(source: Array(fixture.input.utf8)).bytes
    #expect(text(Guides.fenced(source: once).bytes) == text(once))
  }

  @Test("each line knows the author's line it comes from")
  func lineMap() {
    let guide = Guides.mended(
      Array("Faro\n\nSe mira.\n\nls -l /srv\n".utf8), mode: .fence, hasFrontmatter: false)
    #expect(text(guide.bytes) == "# Faro\n\nSe mira.\n\n```sh\nls -l /srv\n```\n")
    #expect(guide.authorLines == [0, 1, 2, 3, 4, 4, 4])
  }

  @Test("a file with front matter, and the mode warn, are left as they are, with a warning")
  func warned() {
    let body = "Se mira.\n\nls -l /srv\ncp -a /srv /copia\n\n\n\nfaro:\n  luz: 3\n  giro: 4\n"
    for (mode, hasFrontmatter) in [(Guides.Mode.fence, true), (.warn, false)] {
      let guide = Guides.mended(Array(body.utf8), mode: mode, hasFrontmatter: hasFrontmatter)
      #expect(text(guide.bytes) == body)
      #expect(guide.finding?.0 == .bare(blocks: 2, language: "sh"))
    }
    #expect(Guides.mended(Array(body.utf8), mode: .off, hasFrontmatter: false).finding == nil)
  }

  @Test("a single command in a post is no reason to warn")
  func single() {
    #expect(Guides.mended(Array("ls -l /srv\n".utf8), mode: .warn, hasFrontmatter: true).finding == nil)
  }

  @Test("what the author is told")
  func told() {
    let told = [
      GuideFinding.fenced(blocks: 1), .fenced(blocks: 9), .bare(blocks: 1, language: "sh"),
      .bare(blocks: 2, language: "sh"), .bare(blocks: 3, language: "yaml"),
    ]
    .flatMap { finding in [finding.sentence(in: .english), finding.sentence(in: .spanish)] }
    #expect(
      told.map(\.message) == [
        "code stands here without a fence; 1 block was fenced",
        "aquí hay código sin delimitar; se ha delimitado 1 bloque",
        "code stands here without a fence; 9 blocks were fenced",
        "aquí hay código sin delimitar; se han delimitado 9 bloques",
        "code seems to stand without a fence",
        "parece haber código sin delimitar",
        "code seems to stand without a fence, here and in 1 more place",
        "parece haber código sin delimitar, aquí y en 1 sitio más",
        "code seems to stand without a fence, here and in 2 more places",
        "parece haber código sin delimitar, aquí y en 2 sitios más",
      ])
    #expect(
      [0, 1, 4, 5].map { told[$0].hint } == [
        "'sitegen repair --fences --write' writes the fences into the file",
        "'sitegen repair --fences --write' escribe las marcas en el archivo",
        "write ```sh on a line above and ``` below",
        "escribe ```sh en una línea encima y ``` debajo",
      ])
  }

  @Test(
    "hostile texts are mended without a crash",
    arguments: ["", "\n", "#", "```", "<!--", "- - - - -:", "[](", "$", "<<", "\u{0}"])
  func hostile(text source: String) {
    let many = String(repeating: source + "\n\n", count: 500)
    _ = Guides.fenced(source: Array(source.utf8))
    _ = Guides.fenced(source: Array(many.utf8))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The words without markup.
  private func words(of text: String) -> [String] {
    text.unicodeScalars.split { " \n\r\t|`#\\[]()".unicodeScalars.contains($0) }.map {
      String(String.UnicodeScalarView($0))
    }
    .filter { $0 != "---" }
  }
}
