import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing
import Workers

@testable import Site

/// A site on disk, built as users build it, whose output is then walked like a visitor would.
@Suite("The links of a built site")
struct BuiltLinksTests {
  private static let site = """
    title: Laboratorio
    base_url: https://ejemplo.dev/lab/
    menu: [{title: Blog, url: blog/}, {title: Sobre mí, url: sobre-mi.md}, {title: Fuera, url: "https://otro.example/"}]
    theme: {logo: img/logo.svg, social: [{title: Correo, url: "mailto:yo@ejemplo.dev"}]}
    redirects: {legacy: [hugo, material]}
    -- content/_index.md --
    ---
    title: Inicio
    ---
    Bienvenida a [la lista](blog/) y a [mí](sobre-mi.md).
    -- content/sobre-mi.md --
    ---
    title: Sobre mí
    ---
    ![](/img/foto%20uno.svg) [un post](blog/talos.md#red) {{< figure src="img/logo.svg" link="blog/talos.md" >}}
    -- content/blog/talos.md --
    ---
    title: Talos
    date: 2025-03-01
    tags: [Talos, Redes]
    cover: rack/rack.svg
    aliases: [/viejo/]
    ---
    [TOC]

    Nota[^1], [k3s](k3s.md), [rack](rack/index.md), [alias](/viejo/), [inglés](talos.en.md), [etiqueta](/etiquetas/talos/).

    ## Red

    [Arriba](#red), [HTML](../sobre-mi.md) <a href="/blog/k3s/">crudo</a> <img src="rack/rack.svg" alt="">

    [^1]: Pie.
    -- content/blog/talos.en.md --
    ---
    title: Talos
    date: 2025-03-01
    tags: [Talos]
    ---
    [k3s](k3s.md), [myself](talos.md), [spanish](talos.es.md).
    -- content/blog/k3s.md --
    ---
    title: K3s
    date: 2025-03-02
    tags: [Redes]
    ---
    {{< details >}}
    [Talos]({{< ref "talos.md" >}})[^1]
    {{< /details >}}

    [^1]: Otro pie.
    -- content/blog/rack/index.md --
    ---
    title: Rack
    date: 2025-03-03
    ---
    ![](rack.svg) [foto](rack.svg)
    -- content/blog/rack/rack.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>
    -- static/img/logo.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"/>
    -- static/img/foto uno.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"/>

    """

  @Test("all lead somewhere below the path that the site is published under")
  func crawl() throws {
    let built = try BuiltSample(Self.site)
    #expect(built.told == "")
    let base = "https://ejemplo.dev/lab/"
    var links = 0
    for (file, text) in built.texts {
      for link in Self.links(in: text, of: file) {
        let here = base + (file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file)
        guard let url = URL(string: link, relativeTo: URL(string: here))?.absoluteURL,
          url.host() == "ejemplo.dev"
        else { continue }
        links += 1
        let path = url.path(percentEncoded: false)
        let bare = path.hasPrefix("/lab/") ? String(path.dropFirst("/lab/".count)) : "outside"
        let isFolder = url.absoluteString.split(separator: "#")[0].split(separator: "?")[0].hasSuffix("/")
        let answer =
          isFolder || bare.isEmpty
          ? (bare.isEmpty || bare.hasSuffix("/") ? bare : bare + "/") + "index.html" : bare
        #expect(built.files.contains(answer), "\(file): \(link)")
        if let fragment = url.fragment(percentEncoded: false), let page = built.texts[answer] {
          #expect(page.contains("id=\"\(fragment)\""), "\(file): \(link)")
        }
      }
      let ids = text.matches(of: /<[a-z][^>]* id="([^"]*)"/).map { String($0.1) }
      if file.hasSuffix(".html") { #expect(ids.count == Set(ids).count, "\(file): \(ids)") }
    }
    #expect(links > 300)
  }

  /// What a browser or a reader of feeds would follow.
  private static func links(in text: String, of file: String) -> [String] {
    guard file.hasSuffix(".html") || file.hasSuffix(".xml") || file.hasSuffix(".json") else { return [] }
    let plain = text.replacingOccurrences(of: "\\\"", with: "\"").replacingOccurrences(
      of: "&quot;", with: "\""
    )
    .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&amp;", with: "&")
    return plain.matches(of: /(?:href|src|poster|action)="([^"]*)"/).map { String($0.1) }
      + plain.matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
  }

  @Test("that site.yaml and front matter name in vain are told at their place")
  func settings() throws {
    let built = try BuiltSample(
      """
      title: Laboratorio
      menu: [{title: Blog, url: /blgo/}, {title: Pronto, url: pronto.md}]
      author: {name: Ana, avatar: /img/ana.png}
      theme: {logo: logo.svg}
      -- content/blog/talos.md --
      ---
      title: Talos
      cover: {image: portada.png}
      ---
      Texto.
      -- content/pronto.md --
      ---
      title: Pronto
      draft: true
      ---
      Texto.

      """)
    #expect(
      built.told == """
        content/blog/talos.md:3:1: warning: there is no picture 'portada.png'
           3 | cover: {image: portada.png}
             | ^~~~~
        hint: put the file at 'content/blog/portada.png'
        site.yaml:2:27: warning: no page and no file answers at '/blgo/'
           2 | menu: [{title: Blog, url: /blgo/}, {title: Pronto, url: pronto.md}]
             |                           ^~~~~~
        hint: did you mean '/blog/'?
        site.yaml:2:57: warning: the link 'pronto.md' leads to a draft, which is not published
           2 | menu: [{title: Blog, url: /blgo/}, {title: Pronto, url: pronto.md}]
             |                                                         ^~~~~~~~~
        hint: publish the page, or remove the link until then
        site.yaml:3:29: warning: there is no picture '/img/ana.png'
           3 | author: {name: Ana, avatar: /img/ana.png}
             |                             ^~~~~~~~~~~~
        hint: put the file at 'static/img/ana.png'
        site.yaml:4:15: warning: there is no picture 'logo.svg'
           4 | theme: {logo: logo.svg}
             |               ^~~~~~~~
        hint: put the file at 'static/logo.svg'

        """)
    #expect(!built.texts.values.contains { $0.contains("portada.png") || $0.contains("logo.svg") })
  }
}

/// A site written as one text, built in a folder of its own that is gone afterwards.
private struct BuiltSample {
  /// The paths of all files, and those that are text.
  let files: Set<String>
  let texts: [String: String]
  /// What was told, in English.
  let told: String

  init(_ text: String) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")
    defer { _ = try? FileManager.default.removeItem(at: root) }
    for (path, bytes) in SampleContent.files(of: text) {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let output = root.appending(path: "public")
    let request = SiteBuild.Request(
      source: Path(root.path), output: Path(output.path), workers: Workers(count: 2),
      now: Instant(seconds: 1_771_585_200))
    let outcome = try SiteBuild(request).run()
    told = Report(outcome.report.sorted.filter { $0.finding.severity > .note }).told(in: .english)
    let paths = FileManager.default.enumerator(atPath: output.path)?.compactMap { $0 as? String } ?? []
    files = Set(paths)
    var texts: [String: String] = [:]
    for path in paths where path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".json") {
      texts[path] = String(decoding: try Data(contentsOf: output.appending(path: path)), as: UTF8.self)
    }
    self.texts = texts
  }
}
