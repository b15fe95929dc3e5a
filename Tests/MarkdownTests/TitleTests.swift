import Diagnostics
import Markdown
import Testing

@Suite("The heading that is a page's title")
struct TitleTests {
  private func article(_ text: String) -> Article {
    var markdown = Markdown()
    return markdown.article(from: Source(path: "a.md", bytes: Array(text.utf8)))
  }

  private func html(_ article: Article) -> String { String(decoding: article.html, as: UTF8.self) }

  @Test("goes out of the body, and its words are handed over with their marks")
  func taken() {
    var text = article("# Qué es `etcd`\n\nUna [página](otra.md).\n\n## Dos\n")
    let words = text.takeTitle().map { String(decoding: $0, as: UTF8.self) }
    #expect(words == "Qué es <code>etcd</code>")
    #expect(html(text).hasPrefix("<p>Una <a href=\"otra.md\">página</a>.</p>\n<h2"))
    #expect(text.contents.map(\.text) == ["Dos"])
    #expect(text.title == nil)
    for hole in text.holes { #expect(html(text).utf8.count >= hole.range.upperBound) }
    #expect(text.holes.map { String(decoding: text.html[$0.range], as: UTF8.self) } == ["otra.md"])
  }

  @Test("stays where a text has none, or where it holds a link that is to be filled in")
  func kept() {
    var none = article("Solo texto.\n")
    #expect(none.takeTitle() == nil)
    var link = article("# Un [enlace](otra.md)\n\nTexto.\n")
    #expect(link.takeTitle() == nil)
    #expect(html(link).hasPrefix("<h1"))
  }

  @Test("moves the end of the excerpt with it")
  func excerpt() throws {
    var text = article("# Título\n\nUno.\n\n<!-- more -->\n\nDos.\n")
    _ = text.takeTitle()
    let cut = try #require(text.excerpt)
    #expect(String(decoding: text.html[..<cut.end], as: UTF8.self) == "<p>Uno.</p>\n")
  }
}
