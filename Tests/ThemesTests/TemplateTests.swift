import Foundation
import Templates
import Testing
import Themes

@Suite("The templates of the default theme")
struct TemplateTests {
  private static let names = BuiltInTheme.names.filter { $0.hasPrefix("templates/") }
    .map { String($0.dropFirst("templates/".count)) }

  private let showcase: Showcase

  init() throws { showcase = try Showcase() }

  @Test("are understood", arguments: names)
  func parse(name: String) throws {
    _ = try showcase.environment().template(named: name)
  }

  @Test("make a page of every layout, with its landmarks", arguments: Showcase.layouts, ["es", "en"])
  func landmarks(layout: String, language: String) throws {
    let html = try showcase.html(layout, language: language)
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language)\">"))
    for (mark, count) in [
      ("<title>", 1), ("<h1", 1), ("<main id=\"content\">", 1), ("</main>", 1),
      ("<header class=\"masthead\">", 1),
      ("<footer class=\"colophon\">", 1), ("<a class=\"skip\" href=\"#content\">", 1), ("</html>", 1),
    ] {
      #expect(html.components(separatedBy: mark).count - 1 == count, "\(mark)")
    }
  }

  @Test("give every id once, and label by ids that are there", arguments: Showcase.layouts)
  func ids(layout: String) throws {
    let html = try showcase.html(layout)
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
    let labels = html.matches(of: /aria-labelledby="([^"]+)"/).map { String($0.1) }
    #expect(Set(labels).subtracting(ids).isEmpty, "\(labels)")
  }

  @Test("need no style attribute, no handler, and one small script in the page", arguments: Showcase.layouts)
  func strictPolicy(layout: String) throws {
    let html = try showcase.html(layout)
    let found = html.firstMatch(of: /\sstyle=|\son[a-z]+="/).map { String($0.output) }
    #expect(found == nil)
    let scripts = html.matches(of: /<script>([\s\S]*?)<\/script>/)
    #expect(scripts.map(\.1.utf8.count).filter { $0 > 200 }.isEmpty && scripts.count == 1)
  }

  @Test("say nothing when there is nothing", arguments: Showcase.layouts)
  func emptiness(layout: String) throws {
    let html = try showcase.html(
      layout, changes: ["pages": [], "terms": [], "years": [], "params": [:], "content": ""])
    let hollow = html.firstMatch(of: /<(ul|ol|dl|nav|h\d)[^>]*>\s*<\/\1>/).map { String($0.output.0) }
    #expect(hollow == nil)
    #expect(!html.contains("None"))
  }

  @Test("write what an author wrote as text, never as HTML", arguments: Showcase.layouts)
  func escaping(layout: String) throws {
    let html = try showcase.html(
      layout, changes: ["title": "<script>x</script>", "lead": "a \"b\" <i>", "description": "\"><i>"])
    #expect(!html.contains("<script>x") && !html.contains("<i>"))
  }

  @Test("say how things stand in words, beside shape and colour")
  func status() throws {
    #expect(try showcase.html("home").contains(#"<span class="badge degraded">degradado</span>"#))
    #expect(try showcase.html("project").contains(#"<span class="badge en-curso">en curso</span>"#))
    let cluster = try showcase.html("cluster")
    #expect(cluster.contains(#"<span class="badge recent">reciente</span>"#))
    let age = #"<time class="age" datetime="2026-02-11T10:00:00Z">11 feb 2026</time>"#
    #expect(
      cluster.contains(#"<span class="badge expired">caducado</span> instantánea del \#(age)</span>"#))
    #expect(cluster.contains(#"<span class="badge differs">difiere</span>"#))
  }

  @Test("say what a page tells that is no longer so, and nothing where all of it still holds")
  func changed() throws {
    let post = try showcase.html("post")
    #expect(post.contains("<summary>Desde que se escribió ha cambiado 1 dato</summary>"))
    #expect(
      post.contains(
        #"<tr><th scope="row"><a href="/clusteres/alfa/">alfa</a> · Versión</th><td>1.33 <small><time class="age""#
      ))
    #expect(!(try showcase.html("page").contains("changed")))
  }

  @Test("mark the page one is on, and what is in another language")
  func current() throws {
    #expect(
      try showcase.html("list").contains(
        #"<a href="/blog/pagina/2/" aria-label="página 2" aria-current="page">2</a>"#))
    let post = try showcase.html("post")
    #expect(post.contains(#"<a href="/en/x/" lang="en" hreflang="en" title="English">EN</a>"#))
    #expect(post.contains(#"<link rel="alternate" hreflang="en" href="https://lab.example/en/x/">"#))
  }

  @Test(
    "show the inventory in words, whatever is drawn",
    arguments: [
      ("nodes", #"<th class="group" scope="rowgroup" colspan="3">control</th>"#),
      (
        "nodes",
        #"<tr><th scope="row">uno</th><td class="right">8 GiB</td><td><span class="badge active">activo</span></td></tr>"#
      ),
      ("cluster", "<li>1 nodo</li>"), ("cluster", "<div><dt>Sistema</dt><dd>NixOS</dd></div>"),
      ("roadmap", #"<p class="name">uno</p>"#),
      ("fact", #"<span class="fact" title="declarado">1.35</span>"#),
      ("totals", "<dt>Núcleos</dt><dd>≥ 12</dd>"), ("outage", "<p class=\"purpose\">corre en mini</p>"),
      ("compare", #"<tr><th scope="row">Sistema</th><td>NixOS</td><td>Talos</td></tr>"#),
      ("drift", #"<span class="badge done">sin diferencias</span>"#),
      ("topology", "<li>mini ×2: Un modelo, 8 GiB<ul>"), ("topology", "<li>uno: control · nodo de alfa</li>"),
      ("topology", "<li>Puerta · da paso a Notas</li>"),
      ("topology", "<desc>Internet → Puerta → Notas. Clústeres: alfa. mini: uno. </desc>"),
      ("topology", #"<g class="cluster livery-1 degraded"><title>alfa</title>"#),
      ("topology", #"<text class="name in-host" x="232" y="30">mini ×2</text>"#),
      ("topology", #"<g class="exposed livery-1"><path d="M20 8 L20 60"/>"#),
    ])
  func inventory(shortcode: String, piece: String) throws {
    #expect(try showcase.shortcode(shortcode).contains(piece))
  }
}
