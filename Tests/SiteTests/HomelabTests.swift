import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing
import Workers

@testable import Site

@Suite("The homelab on a site")
struct HomelabTests {
  private func folder(inventory: String, post: String) throws -> OutputFolder {
    let folder = try OutputFolder()
    try folder.put("inventory/homelab.yaml", inventory)
    try folder.put("content/blog/hola.md", "---\ntitle: Hola\ndate: 2026-02-10\n---\n\(post)\n")
    return folder
  }

  private static let small = """
    inventory: {version: 1, title: {es: Mi homelab}}
    hosts:
      neo50q: {vendor: Lenovo, model: neo 50q, roles: [hypervisor], serial: ABC123}
    guests:
      gordito-cp: {kind: lxc, runsOn: "host:neo50q"}
    clusters:
      gordito: {purpose: {es: Aplicaciones}, distribution: k3s, version: "1.30"}
      oculto: {visibility: private, distribution: k3s}
    nodes:
      cp: {cluster: "cluster:gordito", role: control-plane, runsOn: "guest:gordito-cp"}

    """

  private func build(_ folder: OutputFolder) throws -> SiteBuild.Outcome {
    try SiteBuild(
      SiteBuild.Request(
        source: folder.sources, output: folder.output, workers: Workers(count: 2),
        now: Instant(seconds: 1_795_248_000))
    ).run()
  }

  @Test("has a page for each cluster, an index of them, and data for programs; what is private has none")
  func pages() throws {
    let folder = try folder(inventory: Self.small, post: "Hola")
    #expect(try build(folder).report.told == "")
    let tree = try folder.tree()
    #expect(tree["clusteres/index.html"]?.contains("<h1>Mi homelab</h1>") == true)
    #expect(tree["clusteres/gordito/index.html"]?.contains("k3s") == true)
    #expect(tree["clusteres/oculto/index.html"] == nil)
    #expect(tree["inventory.json"]?.contains("\"version\": \"1.30\"") == true)
    #expect(tree["sitemap.xml"]?.contains("/clusteres/gordito/") == true)
    for (path, content) in tree {
      #expect(!content.contains("ABC123"), "\(path)")
      #expect(!content.contains("oculto"), "\(path)")
    }
  }

  @Test("is shown by shortcodes, with a caption, scopes, and where the facts come from")
  func shortcodes() throws {
    let folder = try folder(
      inventory: Self.small,
      post: "Corre la {{< fact \"cluster:gordito.version\" >}}.\n\n{{< nodes cluster=\"gordito\" >}}")
    #expect(try build(folder).report.told == "")
    let page = try #require(try folder.tree()["blog/hola/index.html"])
    #expect(page.contains("Corre la <span class=\"fact\" title=\"declarado\">1.30</span>."))
    #expect(page.contains("<caption>Nodos</caption>"))
    #expect(page.contains("<th scope=\"row\">cp</th>"))
    #expect(page.contains("<p class=\"source\"><span class=\"badge declared\">solo declarado</span></p>"))
  }

  @Test("stands side by side by names without a key, with columns by one")
  func compare() throws {
    let folder = try folder(
      inventory: Self.small.replacing("oculto: {visibility: private,", with: "otro: {"),
      post: """
        {{< compare "cluster:gordito" "cluster:otro" columns="distribution,version" >}}

        {{< outage "neo50q" as_of="build" >}}
        """)
    #expect(try build(folder).report.told == "")
    let page = try #require(try folder.tree()["blog/hola/index.html"])
    #expect(page.contains("<tr><th scope=\"row\">Versión</th><td>1.30</td><td>—</td></tr>"))
    #expect(page.contains("<p class=\"name\">gordito-cp</p>"))
  }

  @Test("is drawn on a page, light and narrow alike, and told in words to those who read a feed")
  func topology() throws {
    let folder = try folder(
      inventory: Self.small + """
        components:
          puerta: {category: network, runsOn: "cluster:gordito"}
        apps:
          wiki: {cluster: "cluster:gordito", exposure: public, url: "https://wiki.example.org/"}
          caja: {cluster: "cluster:oculto", exposure: public, url: "https://caja.example.org/"}

        """, post: "{{< topology >}}")
    #expect(try build(folder).report.told == "")
    let tree = try folder.tree()
    let page = try #require(tree["blog/hola/index.html"])
    #expect(page.components(separatedBy: "role=\"img\"").count == 3)
    #expect(page.contains("<title>Qué corre dónde</title>"))
    #expect(page.contains("<g class=\"cluster livery-0\"><title>gordito · Aplicaciones · k3s 1.30</title>"))
    #expect(page.contains("<text class=\"name in-app\""))
    #expect(page.contains("<li>gordito: Aplicaciones, k3s 1.30 · da paso a wiki<ul>"))
    #expect(!page.contains(" style="))
    let feed = try #require(tree["feed.xml"])
    #expect(feed.contains("gordito: Aplicaciones, k3s 1.30 · da paso a wiki"))
    #expect(!feed.contains("svg"))
    for (path, content) in tree { #expect(!content.contains("oculto"), "\(path)") }
  }

  @Test("that is asked for what it has not tells so at the shortcode's line, and nothing is written")
  func unknown() throws {
    let folder = try folder(
      inventory: Self.small,
      post: """
        {{< cluster "gordita" >}}

        {{< nodes columns="rol" >}}

        {{< cluster "oculto" >}}

        {{< clusters as_of="ayer" >}}
        """)
    #expect(
      try build(folder).report.told(in: .spanish) == """
        content/blog/hola.md:5:1: error: el inventario no tiene «cluster:gordita»
           5 | {{< cluster "gordita" >}}
             | ^~~~~~~~~~~~~~~~~~~~~~~~~
        pista: ¿querías decir «cluster:gordito»?
        content/blog/hola.md:7:1: error: «nodes» no tiene la columna «rol»
           7 | {{< nodes columns="rol" >}}
             | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
        pista: ¿querías decir «role»?
        content/blog/hola.md:9:1: error: «cluster:oculto» es privado
           9 | {{< cluster "oculto" >}}
             | ^~~~~~~~~~~~~~~~~~~~~~~~
        pista: lo dice su visibility: hazlo público o no lo pongas
        content/blog/hola.md:11:1: error: «ayer» no es un momento al que mirar: escribe post, build o un día como 2026-02-10
          11 | {{< clusters as_of="ayer" >}}
             | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~

        """)
    #expect(!File.exists(folder.output))
  }

  @Test("keeps a private address that stands in a description from being published")
  func leak() throws {
    let folder = try folder(
      inventory: Self.small
        + "apps:\n  wiki: {cluster: \"cluster:gordito\", description: {es: En 192.168.1.20}}\n",
      post: "{{< apps >}}")
    let report = try build(folder).report
    #expect(report.fails())
    #expect(
      report.told(in: .spanish) == """
        inventory: error: app:wiki.description contiene una dirección de una red privada, que se publicaría en inventory.json
        pista: cambia el valor, quítalo de la página o permítelo en «publish.allow» con el motivo

        """)
    #expect(!report.told.contains("192.168.1.20"))
    #expect(!File.exists(folder.output))
  }
}
