import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Site

@Suite("A text that asks a browser for nothing")
struct HarmlessTextTests {
  private static func article(_ text: String) -> Article {
    var markdown = Markdown()
    return markdown.article(from: Source(path: "content/a.md", bytes: Array(text.utf8)))
  }

  private static func needs(_ article: Article) -> Set<PolicyNeed> {
    PolicyScan(origin: "").needs(of: article.html.span)
  }

  @Test(
    "has words, links, code and marks of a letter or two",
    arguments: [
      "", "texto", "# Título {#uno .dos}\n\n## Otro\n\n[a](b.md) <https://a.dev> **b** `c`",
      "```yaml\na: 1\n```\n", "- [x] hecho\n- [ ] por hacer\n", "a<br/>b <a name=\"x\"></a> <em>x</em>",
      "!!! note\n    aviso\n", "[TOC]\n\n## Uno\n",
      "x <!-- nada -->\n", "[^1]\n\n[^1]: pie\n",
    ])
  func harmless(text: String) {
    let article = Self.article(text)
    #expect(article.asksForNothing)
    #expect(Self.needs(article) == [])
  }

  @Test(
    "has no pictures, templates, blocks of HTML, long tags, styles or handlers",
    arguments: [
      "![x](https://otro.dev/x.png)", "x <img src=https://otro.dev/x.png>", "<div>\n\nx\n\n</div>\n",
      "x <script>y()</script>", "x <style>a{}</style>", "x <b style=\"color: red\">y</b>",
      "x <i class=a onclick=\"y()\">z</i>", "x <svg><use href=//otro.dev/a.svg#b></svg>",
      "## Título {style=\"color: red\"}\n", "{{< x >}}\n", "x <p STYLE='a'>y</p>", "x <form>y</form>",
      "<!-- <img src=//a.dev/x> -->\n",
    ])
  func asking(text: String) { #expect(!Self.article(text).asksForNothing) }

  @Test("needs nothing, whatever it is put together from")
  func property() {
    let pieces = [
      "# Título {#t .c}\n\n", "[a](b.md \"x\") ", "texto ", "\n\n", "- uno\n", "> cita\n", "`<img src=x>` ",
      "![x](//a.dev/y.png) ", "<br>", "<a href=\"x\" title='>'>", "</a>", "<b style=a>", "<p\nonclick=x>",
      "<i",
      "<img src=//a.dev/z.png>", "{.a style=\"b\"}", "\n{: onclick=x #y }\n", "<style>", "</style>", "\"",
      "'",
      "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<table onclick=x>\n", "```html\n<p style=x>\n```\n",
      "{{< x >}}", "| a | b |\n|---|---|\n| <u on=x> | <s> |\n", "<s o=1>", "=", ">", "<", "[TOC]\n\n",
    ]
    var dice = Dice(seed: Seed.current)
    var harmless = 0
    for _ in 0..<600 {
      let text = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
        pieces.randomElement(using: &dice) ?? ""
      }
      let article = Self.article(text.joined())
      guard article.asksForNothing else { continue }
      harmless += 1
      #expect(Self.needs(article) == [], "seed \(Seed.current): \(text.joined())")
    }
    #expect(harmless > 50)
  }

  @Test("is passed over once where it stands in a page, and all around it is read")
  func passedOver() {
    var memory = PolicyMemory()
    func needs(_ page: String, besides text: String) -> [String] {
      let page = Array(page.utf8)
      return PolicyScan(origin: "https://ejemplo.dev").needs(
        of: page.span, passingOver: page.place(of: Array(text.utf8)), remembering: &memory
      ).sorted().map(\.text)
    }
    let (text, other) = ("<p><img src=//a.dev/x></p>", "<img src=//b.dev/y>")
    #expect(needs(other + text + "x", besides: text) == ["img-src https://b.dev"])
    #expect(needs(text + other, besides: text) == ["img-src https://b.dev"])
    #expect(needs(text + text, besides: text) == ["img-src https://a.dev"])
    #expect(needs(text, besides: "") == ["img-src https://a.dev"])
    #expect(needs(text, besides: "texto " + text) == ["img-src https://a.dev"])
  }
}
