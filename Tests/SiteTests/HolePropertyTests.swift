import Bytes
import Diagnostics
import Foundation
import Language
import Markdown
import Templates
import TestSupport
import Testing

@testable import Site

@Suite("Holes, whatever an author writes")
struct HolePropertyTests {
  /// Pieces that texts of all kinds are made of.
  private static let pieces = [
    "# Título\n\n", "## Otro {#otro}\n\n", "[a](b.md) ", "![x](y.png)\n\n", "texto ", "\n\n", "- uno\n",
    "> cita\n",
    "<img src=z.png>", "{{< x a=\"b\" >}}", "{{< caja >}}dentro [c](d.md){{< /caja >}}", "[TOC]\n\n",
    "<!-- more -->\n\n",
    "```\n[no](código.md)\n```\n\n", "[^1] ", "\n\n[^1]: pie\n\n", "`{{< no >}}` ", "<a href=\"#t\">t</a>",
  ]

  private static func article(_ text: String) -> Article {
    var markdown = Markdown()
    return markdown.article(from: Source(path: "content/a.md", bytes: Array(text.utf8)))
  }

  @Test("an article whose holes keep their default is the article")
  func identity() {
    var dice = Dice(seed: Seed.current)
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
        Self.pieces.randomElement(using: &dice) ?? ""
      }
      let article = Self.article(text.joined())
      var out: [UInt8] = []
      article.write(.whole, into: &out) { _, _ in false }
      #expect(out == article.html, "seed \(Seed.current): \(text.joined())")
      out = []
      article.write(.body, into: &out) { _, _ in false }
      let title = article.title?.range ?? 0..<0
      #expect(
        out == Array(article.html[..<title.lowerBound]) + article.html[title.upperBound...],
        "seed \(Seed.current): \(text.joined())")
    }
  }

  @Test("no destination breaks out of its attribute")
  func destinations() throws {
    var dice = Dice(seed: Seed.current)
    let parts = [
      "..", ".", "/", "//", "#", "?", "%", "%2F", "%ZZ", "ñ", "n\u{303}", " ", "\"", "'", "<", ">", "&", "\\",
      "@/",
      "a.md", "a", "@ref", ":", "http", "content", "static", "{{", "\n", "\u{0}", "~", "índex.md", "blog/",
    ]
    let site = try SampleSite("\n-- blog/a.md --\n---\ntitle: A\n---\n## a\n-- static/ñ b.txt --\nx\n")
    let home = Home(site.assembly.tree.pages[0])
    for _ in 0..<200 {
      let written = (0..<Int.random(in: 1...8, using: &dice)).map { _ in
        parts.randomElement(using: &dice) ?? ""
      }
      .joined()
      let article = Self.article("[x](<\(written.filter { !"<>\n\0".contains($0) })>)")
      for outlet in [Outlet.page, .excerpt, .feed] {
        var out: [UInt8] = []
        var notes = FillingNotes()
        site.filler.fill(article, .whole, of: home, at: outlet, into: &out, noting: &notes)
        let html = String(decoding: out, as: UTF8.self)
        let isWhole = html.hasPrefix("<p><a href=\"") && html.hasSuffix("\">x</a></p>\n")
        let value = html.dropFirst("<p><a href=\"".count).dropLast("\">x</a></p>\n".count)
        #expect(
          !isWhole || !value.contains { "\"<> ".contains($0) }, "seed \(Seed.current): \(written) → \(html)")
      }
      var reads = Reads()
      _ = site.targets.search(Destination(written), from: home, reads: &reads)
    }
  }

  @Test("ten thousand holes take no longer than ten thousand holes should")
  func many() throws {
    let links = String(repeating: "[a](a.md) {{< saludo >}}\n", count: 5000)
    let site = try SampleSite(
      "\n-- blog/a.md --\n---\ntitle: A\n---\n\(links)-- templates/shortcodes/saludo.html --\nhola\n")
    let clock = ContinuousClock()
    var text = ""
    let time = clock.measure { text = site.filled(.body, at: .page) }
    #expect(text.components(separatedBy: "<a href=\"/blog/a/\">a</a> hola").count == 5001)
    #expect(time < .seconds(30))
  }

  @Test("of many warnings the first thousand are told, and how many more there are")
  func manyWarnings() throws {
    let links = String(repeating: "[a](no-hay.md)\n", count: 1200)
    let site = try SampleSite("\n-- blog/a.md --\n---\ntitle: A\n---\n\(links)")
    let told = site.filled(.body, at: .page)
    #expect(told.components(separatedBy: "warning: no page and no file answers at 'no-hay.md'").count == 1001)
    #expect(
      told.contains(
        """
        content: warning: 200 more warnings about links and pictures are not told
        hint: mend these and build again
        """))
    #expect(
      told.contains(
        """
        content: aviso: no se cuentan otros 200 avisos de enlaces e imágenes
        pista: arregla estos y construye otra vez
        """))
  }

  @Test("shortcodes in each other stand as deep as they may")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      (0..<depth).map { _ in "{{< caja >}}\n" }.joined() + "x\n"
        + (0..<depth).map { _ in "{{< /caja >}}\n" }.joined()
    }
    let template = "-- templates/shortcodes/caja.html --\n<div>{{ inner }}</div>\n"
    let site = try SampleSite("\n-- blog/a.md --\n---\ntitle: A\n---\n\(nested(20))\(template)")
    #expect(site.filled(.body, at: .page).components(separatedBy: "<div>").count == 21)
    let deeper = try SampleSite("\n-- blog/a.md --\n---\ntitle: A\n---\n\(nested(200))\(template)")
    #expect(deeper.filled(.body, at: .page).contains("content/blog/a.md:24:1: error:"))
  }
}
