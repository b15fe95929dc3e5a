import Diagnostics
import Foundation
import Markdown
import Testing

@Suite("What an article knows about itself")
struct FactsTests {
  @Test("its headings as a tree, with the lines of the file")
  func contents() {
    let article = article("---\na: 1\n---\n# Uno\n\n## Dos\n\n### Tres\n\n## Cuatro\n", body: 13)
    #expect(article.title?.text == "Uno")
    let one = article.contents[0]
    #expect([one.text, one.id] == ["Uno", "uno"] && one.level == 1 && one.line == 4)
    #expect(one.children.map(\.text) == ["Dos", "Cuatro"])
    #expect(one.children[0].children.map(\.line) == [8])
  }

  @Test("the range of its title, so that a page can leave it out")
  func title() throws {
    let article = article("# Uno *dos*\n\nTexto.\n\n# Otro\n")
    let range = try #require(article.title?.range)
    #expect(text(article.html[range]).hasPrefix("<h1 id=\"uno-dos\">"))
    #expect(text(article.html[range.upperBound...]).hasPrefix("<p>Texto.</p>"))
  }

  @Test("its words by section, code counted apart")
  func sections() {
    let article = article("Antes.\n\n## Uno\n\nDos **tres** `cuatro`.\n\n```yaml\na: 1\n```\n")
    #expect(article.sections.map(\.title) == ["", "Uno"])
    #expect(article.sections.map(\.id) == ["", "uno"])
    #expect(
      article.sections.map { text(article.plain[$0.range]) } == ["Antes.\n", "\nDos tres cuatro.\na: 1\n"])
    #expect(article.words == 5)
    #expect(article.minutes == 1)
    #expect(article.codeLanguages == ["yaml"])
  }

  @Test("its words inside of shortcodes too, whether or not its text is kept")
  func wordsInside() {
    let source =
      "Uno dos.\n\n{{< details >}}\nTres {{< note >}}cuatro cinco{{< /note >}} seis.\n{{< /details >}}\n"
    for keepsText in [true, false] {
      var options = Options()
      options.keepsText = keepsText
      var markdown = Markdown()
      let article = markdown.article(
        from: Source(path: "a.md", bytes: Array(source.utf8)), options: options)
      #expect(article.words == 6)
      #expect(article.plain.isEmpty != keepsText && article.sections.isEmpty != keepsText)
    }
  }

  @Test("its words, whatever stands around them and wherever they end")
  func words() {
    for count in 0...40 {
      let words = ["¡uno!", "(dos)", "a-b", "—", "«tres»", "x", "_", "1.33", "(", "ñ"]
      let text = (0..<count).map { words[$0 % words.count] }.joined(separator: " ")
      #expect(
        article("\(text)\n").words == count - (0..<count).count { words[$0 % words.count] == "(" }, "\(text)")
    }
  }

  @Test(
    "where its author cut it",
    arguments: ["<!-- more -->", "<!--more-->", "<!-- MORE -->", "<!-- excerpt -->"])
  func manualExcerpt(mark: String) {
    let article = article("Uno.\n\n\(mark)\n\nDos.\n")
    #expect(excerpt(of: article) == "<p>Uno.</p>\n")
    #expect(article.excerpt?.isManual == true)
    #expect(!text(article.html[...]).contains("<!--"))
  }

  @Test("what must be closed when it was cut inside something")
  func innerExcerpt() {
    #expect(
      excerpt(of: article("- Uno\n- Dos <!-- more --> tres\n")) == "<ul>\n<li>Uno</li>\n<li>Dos </li></ul>")
    #expect(
      excerpt(of: article("> Uno **dos <!--more--> tres**\n"))
        == "<blockquote>\n<p>Uno <strong>dos </strong></p></blockquote>")
  }

  @Test("a cut in code is none")
  func excerptInCode() {
    #expect(article("```\n<!-- more -->\n```\n").excerpt == nil)
    #expect(article("`<!-- more -->`\n").excerpt == nil)
  }

  @Test("else the block in which the seventieth word stands")
  func automaticExcerpt() {
    let words = String(repeating: "palabra ", count: 40)
    let article = article("\(words)\n\n\(words)\n\n\(words)\n")
    #expect(excerpt(of: article).components(separatedBy: "<p>").count == 3)
    #expect(article.excerpt?.isManual == false)
  }

  @Test("its holes in order, each over the bytes that it fills")
  func holes() {
    let article = article("[a](b.md) y ![c](d.png)\n\n{{< x >}}\n\n<a href=\"e.md\">f</a>\n")
    #expect(article.links == ["b.md", "e.md"])
    #expect(article.images == ["d.png"])
    #expect(article.holes.map { text(article.html[$0.range]) } == ["b.md", "d.png", "", "", "e.md"])
    #expect(
      zip(article.holes, article.holes.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }

  @Test("where the author wrote them")
  func places() {
    let source =
      "---\na: 1\n---\n> [a](b.md) y\n>   [c](b.md)\n\n- {{< details >}}\n  [d](e.md)\n  {{< /details >}}\n"
    let article = article(source, body: 13)
    let bytes = Array(source.utf8)
    let places = article.holes.map { Place(of: $0.source, in: bytes.span) }
    #expect(places.map(\.line) == [4, 5, 7])
    #expect(places.map(\.column) == [7, 9, 3])
    guard case .shortcode(let shortcode) = article.holes[2].kind, let inner = shortcode.article else {
      Issue.record("no inner article")
      return
    }
    let place = Place(of: inner.holes[0].source, in: bytes.span)
    #expect(place.line == 8 && place.column == 7)
  }

  @Test("the places of mistakes in a guide that was fenced are the author's")
  func guidePlaces() {
    let source =
      "Guía\n\nInstala esto:\n\nsudo apt install nginx\nsudo systemctl enable nginx\n\nTexto[^x].\n"
    let article = article(source)
    #expect(article.mistakes.map(\.finding.code) == ["markdown-unfenced", "footnote-undefined"])
    #expect(article.mistakes.map { $0.place?.line } == [5, 8])
    #expect(article.mistakes.last?.place?.column == 6)
  }

  @Test("the same whatever was rendered before it")
  func reuse() {
    var markdown = Markdown()
    let texts = [
      "# Uno\n\n{{< a >}}\nx\n{{< /a >}}\n", "```\nsin cerrar", "[^1]\n\n[^1]: a", "=== \"a\"\n    b",
    ]
    let alone = texts.map { article($0).html }
    for _ in 0..<3 {
      let together = texts.map { markdown.article(from: Source(path: "a.md", bytes: Array($0.utf8))).html }
      #expect(together == alone)
    }
  }

  @Test("the same on several threads at once")
  func threads() async {
    let text = "~~a~~ https://example.org ==b== ~c~ {{< d >}}\n\n"
    let expected = article(text).html
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var markdown = Markdown()
          var plain: [UInt8] = []
          for _ in 0..<200 {
            markdown.renderPlain(Array("~~x~~\n".utf8).span, into: &plain)
            let html = markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8))).html
            if html != expected { return false }
          }
          return plain == Array(String(repeating: "<p><del>x</del></p>\n", count: 200).utf8)
        }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }

  @Test(
    "which characters no page may hold, written or referred to; they are left out, all else stands where it stood"
  )
  func controls() {
    let pasted = article("---\na: 1\n---\nUno\u{1B}[1m dos\n\n```sh\necho \u{7}x\n```\n", body: 13)
    #expect(text(pasted.html[...]).contains("<p>Uno [1m dos</p>"))
    #expect(pasted.mistakes.map(\.short) == ["4:4 markdown-control-character"])
    let referred = article(
      "# T&#7;ítulo\n\nUn `&#7;` y &#x80;&#xFFFF;&#10;&amp; [a](b.md \"t&#x1b;\")\n\n| a&#127; |\n|---|\n| b |\n"
    )
    #expect(referred.title?.text == "Título")
    let html = text(referred.html[...])
    #expect(html.contains("Un <code>&amp;#7;</code> y \n&amp; <a href=\"b.md\" title=\"t\">a</a>"))
    #expect(html.contains("<th>a</th>") && !referred.html.contains { $0 < 0x0A || $0 == 0x1B || $0 == 0x7F })
    #expect(referred.mistakes.map(\.short) == ["1:4 markdown-control-character"])
    #expect(article("Uno &#9; &#10; \u{C} `&#7;`\n").mistakes.isEmpty)
  }

  private func article(_ text: String, body: Int = 0) -> Article {
    var markdown = Markdown()
    return markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)), body: body)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func excerpt(of article: Article) -> String {
    guard let excerpt = article.excerpt else { return "" }
    return text(article.html[..<excerpt.end]) + String(decoding: excerpt.closing, as: UTF8.self)
  }
}

extension Mistake {
  /// `4:4 markdown-control-character`.
  fileprivate var short: String { "\(place.map { "\($0.line):\($0.column)" } ?? "-") \(finding.code)" }
}
