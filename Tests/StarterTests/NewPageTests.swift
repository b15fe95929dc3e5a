import Diagnostics
import Disk
import Foundation
import Frontmatter
import Language
import TestSupport
import Testing

@testable import Starter

@Suite("A new page")
struct NewPageTests {
  private static let today = CivilDay(rfc3339: "2026-02-10") ?? .first

  /// A folder that is a site, gone when the test is over.
  private final class Site {
    let url = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")
    var path: Path { Path(url.path) }

    init(_ files: [String: String] = ["site.yaml": ""]) throws {
      for (name, text) in files {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func begin(_ title: String, as kind: NewPage.Kind = .post) throws(Report) -> NewPage {
      try NewPage(kind, titled: title, on: NewPageTests.today, in: path)
    }

    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
    }

    /// What is told when a page can't be begun.
    func refusal(_ title: String) -> String {
      do throws(Report) {
        _ = try begin(title)
        return ""
      } catch {
        return error.told.replacingOccurrences(of: url.path, with: "SITE")
      }
    }
  }

  @Test("is a dated draft under its slug")
  func post() throws {
    let site = try Site()
    let page = try site.begin("Clústeres: «a mano» o \"de verdad\" 🚀")
    #expect(page.path == "content/blog/2026-02-10-clusteres-a-mano-o-de-verdad.md")
    try page.write()
    #expect(
      try site.text(page.path) == """
        ---
        title: "Clústeres: «a mano» o \\"de verdad\\" 🚀"
        date: 2026-02-10
        draft: true
        tags: []
        description: ""
        ---

        El primer párrafo, que es también el que se ve en las listas.

        <!-- more -->

        """)
  }

  @Test("a project gets a folder for its pictures")
  func project() throws {
    let page = try Site().begin("NAS silencioso", as: .project)
    #expect(page.path == "content/proyectos/nas-silencioso/index.md")
  }

  @Test(
    "stands in the folder that the site has",
    arguments: [("posts", NewPage.Kind.post), ("portfolio", .project)])
  func folder(name: String, kind: NewPage.Kind) throws {
    let page = try Site(["content/\(name)/_index.md": ""]).begin("Uno", as: kind)
    #expect(page.path.hasPrefix("content/\(name)/"))
  }

  @Test(
    "any title is one that YAML gives back",
    arguments: [
      "a: b", "- lista", "# almohadilla", "a'", "a \"b\"", "\\a", "{{ x }}", "{% raw %} a", "yes", "1.30",
      "<b>&</b>", "%a", "@a",
      "línea\notra", "a\u{7}b", "a\u{85}b", "👩‍🔬 cosas", "a\u{FEFF}b", "2026-02-10", "null", "a --- b", "---a",
    ])
  func titles(title: String) throws {
    let site = try Site()
    let page = try site.begin(title)
    try page.write()
    let text = Array(try site.text(page.path).utf8)
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(Header(of: Source(path: page.path, bytes: text)).metadata.title == words)
  }

  @Test("a long title makes a short address, cut between words")
  func longTitle() throws {
    let page = try Site().begin(Array(repeating: "homelab", count: 40).joined(separator: " "))
    #expect(
      page.path
        == "content/blog/2026-02-10-homelab-homelab-homelab-homelab-homelab-homelab-homelab-homelab-homelab-homelab.md"
    )
    #expect(
      try Site().begin(String(repeating: "a", count: 300)).path
        == "content/blog/2026-02-10-aaaaaaaaaaaaaaaaaaaa.md")
  }

  @Test("is made by the site's own archetype where there is one")
  func archetype() throws {
    let site = try Site([
      "site.yaml": "",
      "archetypes/post.md":
        "---\ntitle: {{ title | yaml }}\nslug: {{ slug }}\n---\nHola, {{ date }}.\n",
    ])
    let page = try site.begin("Uno, dos")
    try page.write()
    #expect(try site.text(page.path) == "---\ntitle: \"Uno, dos\"\nslug: uno-dos\n---\nHola, 2026-02-10.\n")
  }

  @Test("an archetype that makes no page is told")
  func badArchetype() throws {
    let bare = try Site(["site.yaml": "", "archetypes/post.md": "# {{ title }}\n"])
    #expect(
      bare.refusal("Uno") == """
        archetypes/post.md: error: the archetype writes no front matter with a title
        hint: write title: {{ title | yaml }} between its two lines of ---
        archetypes/post.md: error: el arquetipo no escribe unos metadatos con título
        pista: escribe title: {{ title | yaml }} entre sus dos líneas de ---

        """)
    let wrong = try Site(["site.yaml": "", "archetypes/post.md": "---\ntitle: {{ titel }}\n---\n"])
    #expect(wrong.refusal("Uno").hasPrefix("archetypes/post.md:2:11: error: "))
    let unquoted = try Site(["site.yaml": "", "archetypes/post.md": "---\ntitle: {{ title }}\n---\n"])
    #expect(unquoted.refusal("Talos: uno").hasPrefix("content/blog/2026-02-10-talos-uno.md:2:13: error: "))
  }

  @Test("a title must leave something for an address")
  func badTitles() throws {
    let site = try Site()
    #expect(
      site.refusal(" \n") == """
        sitegen new: error: the title is empty
        hint: write it in quotes: sitegen new post "My first cluster"
        sitegen new: error: el título está vacío
        pista: escríbelo entre comillas: sitegen new post "Mi primer clúster"

        """)
    #expect(
      site.refusal("¿🚀?") == """
        sitegen new: error: no address can be made of the title '¿🚀?'
        hint: add a word with letters or digits
        sitegen new: error: del título «¿🚀?» no sale ninguna dirección
        pista: añade alguna palabra con letras o cifras

        """)
  }

  @Test("no page is written over another, nor beside one with its address")
  func collisions() throws {
    let site = try Site([
      "content/blog/2020-01-01-talos.md": "", "content/blog/nixos/index.md": "",
      "content/blog/nixos/notas.md": "",
      "content/blog/_index.md": "",
    ])
    #expect(
      site.refusal("Talos") == """
        sitegen new: error: 'content/blog/2020-01-01-talos.md' has the same address already
        hint: choose another title
        sitegen new: error: «content/blog/2020-01-01-talos.md» ya tiene esa dirección
        pista: elige otro título

        """)
    #expect(site.refusal("NixOS").contains("'content/blog/nixos/index.md' has the same address already"))
    #expect(site.refusal("Notas").isEmpty)
    #expect(site.refusal("Blog").isEmpty)
    let page = try site.begin("Uno")
    try page.write()
    let again = #expect(throws: Mistake.self) { try page.write() }
    #expect(
      Report([again].compactMap(\.self)).told == """
        content/blog/2026-02-10-uno.md: error: the file exists already
        hint: open it, or choose another title
        content/blog/2026-02-10-uno.md: error: el archivo ya existe
        pista: ábrelo, o elige otro título

        """)
  }

  @Test("belongs to a site")
  func noSite() throws {
    #expect(
      try Site(["otra.txt": ""]).refusal("Uno") == """
        SITE: error: there is no site here: neither 'site.yaml' nor 'content/'
        hint: name its folder with --source, or begin one with 'sitegen init'
        SITE: error: aquí no hay ningún sitio: ni «site.yaml» ni «content/»
        pista: indica su carpeta con --source, o empieza uno con «sitegen init»

        """)
  }
}
