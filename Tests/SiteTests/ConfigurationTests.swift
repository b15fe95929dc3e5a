import Diagnostics
import Markdown
import Nodes
import Site
import TestSupport
import Testing

@Suite("site.yaml")
struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    let source = Source(path: "site.yaml", bytes: Array(text.utf8))
    return try Configuration.decode(YAML.read(source), from: source).value
  }

  @Test("may be empty: everything has a default")
  func empty() throws {
    let site = try read("")
    #expect(site.title == "Sin título")
    #expect(site.baseURL == .local)
    #expect(site.language == .spanish)
    #expect(site.timeZone.value == .madrid)
    #expect(site.menu.isEmpty)
    #expect(site.feeds.limit == 20 && site.feeds.fullContent)
    #expect(site.redirects.rules.isEmpty && site.redirects.legacy.isEmpty)
    #expect(site.markdown.rawHTML == .allow && site.markdown.unfenced == .fence && site.markdown.typographer)
    #expect(site.blocks.search == nil)
  }

  @Test("is read whole")
  func whole() throws {
    let site = try read(
      """
      title: Homelab
      base_url: https://Ejemplo.dev/blog
      language: es-MX
      time_zone: America/Mexico_City
      author: {name: Ana, links: [{title: Código, url: "https://ejemplo.org/ana"}]}
      menu:
        - {title: Blog, url: /blog/, weight: 1}
      sections:
        blog: {title: Bitácora, paginate: 5, sort: weight, feed: false}
      taxonomies:
        tags: {path: etiquetas, allowed: [talos, k3s], aliases: {k8s: kubernetes}}
      feeds: {limit: 5}
      theme: {accent: '#0b665e', logo: /logo.svg}
      redirects: {legacy: [hugo], rules: [{from: /viejo/, to: /nuevo/}]}
      headers: [{path: /*, values: {X-Prueba: sí}}]
      environments: {staging: {base_url: "https://pruebas.ejemplo.dev", drafts: true, noindex: true}}
      markdown: {raw_html: filter}
      """
    )
    #expect(site.baseURL.origin == "https://ejemplo.dev" && site.baseURL.path == "/blog/")
    #expect(site.language.text == "es-MX")
    #expect(site.author.links.first?.title == "Código")
    #expect(site.menu.first?.weight == 1)
    #expect(site.sections["blog"]?.paginate == 5)
    #expect(site.sections["blog"]?.sort == .weight)
    #expect(site.taxonomies["tags"]?.aliases["k8s"] == "kubernetes")
    #expect(site.theme.accent?.text == "#0b665e")
    #expect(site.redirects.legacy == [.hugo])
    #expect(site.redirects.rules.first?.status == 301)
    #expect(site.headers.first?.values["X-Prueba"] == "sí")
    #expect(site.environments["staging"]?.noIndex == true)
    #expect(site.markdown.rawHTML == .filter)
  }

  @Test("takes redirects as a plain list too")
  func redirects() throws {
    #expect(try read("redirects: [{from: /a/, to: /b/, status: 302}]").redirects.rules.first?.status == 302)
  }

  @Test(
    "normalises the base address",
    arguments: [
      ("https://x.dev", "https://x.dev", "/"),
      ("https://x.dev/", "https://x.dev", "/"),
      ("http://x.dev:8080/a//b", "http://x.dev:8080", "/a/b/"),
      ("https://[::1]:8080/", "https://[::1]:8080", "/"),
    ])
  func address(text: String, origin: String, path: String) throws {
    let url = try #require(BaseURL(text: text))
    #expect(url.origin == origin && url.path == path)
  }

  @Test(
    "refuses what is no base address",
    arguments: ["x.dev", "ftp://x.dev", "https://", "https://x.dev/?a", "https://x y"])
  func noAddress(text: String) { #expect(BaseURL(text: text) == nil) }

  @Test("tells every mistake with its place and remedy", arguments: Fixture.all(in: "configuration"))
  func mistakes(fixture: Fixture) throws {
    let report = #expect(throws: Report.self) { try read(fixture.input) }
    try fixture.expect(report?.told ?? "")
  }
}
