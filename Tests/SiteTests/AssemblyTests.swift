import Diagnostics
import Frontmatter
import Language
import Nodes
import Site
import TestSupport
import Testing

@Suite("The site, assembled")
struct AssemblyTests {
  private func assemble(_ text: String) throws -> (sample: SampleContent, assembly: Assembly) {
    var sample = try SampleContent(text)
    let assembly = Assembly(
      sample.tree, files: [("/favicon.ico", "static/favicon.ico")], sample.configuration,
      settings: sample.settings)
    sample.add(assembly.faults)
    return (sample, assembly)
  }

  @Test("answers at every address it should", arguments: Fixture.all(in: "routes"))
  func routes(fixture: Fixture) throws {
    let (sample, assembly) = try assemble(fixture.input)
    let lines = assembly.routes.routes.map { "\($0.url) \(assembly.dump($0.output))" }
    try fixture.expect(lines.joined(separator: "\n") + "\n" + sample.told)
  }

  @Test("merges terms under their preferred spelling", arguments: Fixture.all(in: "terms"))
  func terms(fixture: Fixture) throws {
    let (sample, assembly) = try assemble(fixture.input)
    var lines: [String] = []
    for index in assembly.indexes {
      lines.append("\(index.url)\(index.title.map { " «\($0)»" } ?? "")")
      for number in index.alphabetical() {
        let term = index.terms[number]
        let pages = term.pages.map { assembly.tree.pages[$0].entry.file.name }.joined(separator: " ")
        let about = term.entry?.metadata.description.map { " – \($0)" } ?? ""
        lines.append("  \(term.name) \(term.url) \(term.pages.count): \(pages)\(about)")
      }
    }
    try fixture.expect(lines.joined(separator: "\n") + "\n" + sample.told)
  }

  @Test("names the terms of a page in the page's order, each once")
  func termsOfPage() throws {
    let (sample, assembly) = try assemble("\n-- a.md --\n---\ntags: [Talos, k3s, TALOS, redes/bgp]\n---\n")
    let index = try #require(assembly.indexes.first)
    #expect(
      index.terms(of: sample.tree.pages[0]).map { index.terms[$0].name } == ["Talos", "k3s", "redes/bgp"])
  }

  @Test("takes a sign too many between the levels of a term for none")
  func signsTooMany() throws {
    let (sample, assembly) = try assemble("\n-- a.md --\n---\ntags: [redes/bgp/, /redes//ospf, redes]\n---\n")
    let index = try #require(assembly.indexes.first)
    #expect(
      index.terms.map { "\($0.url) \($0.parent.map { index.terms[$0].url } ?? "–")" }.sorted() == [
        "/etiquetas/redes/ –", "/etiquetas/redes/bgp/ /etiquetas/redes/",
        "/etiquetas/redes/ospf/ /etiquetas/redes/",
      ])
    #expect(index.terms(of: sample.tree.pages[0]).count == 3)
  }

  @Test("tells machines its addresses, below the path that it is published under")
  func machines() throws {
    let text = """
      base_url: https://ejemplo.dev/lab
      redirects: {legacy: [hugo], rules: [{from: /x/, to: /y/, status: 302}, {from: /z/, to: "https://otro.example/"}]}
      -- blog/a.md --
      ---
      date: 2025-01-01
      aliases: [/viejo/]
      ---
      -- blog/a.en.md --
      ---
      lastmod: 2025-02-01
      ---
      -- blog/b.md --
      ---
      sitemap: false
      ---
      -- blog/c.md --
      ---
      robots: noindex
      tags: [talos]
      ---
      -- blog/d.md --
      ---
      canonicalURL: https://otro.example/blog/d/
      ---
      -- blog/e.md --
      ---
      canonicalURL: https://ejemplo.dev/lab/blog/e/
      ---
      """
    let (sample, assembly) = try assemble(text)
    let base = try #require(BaseURL(text: "https://ejemplo.dev/lab"))
    let lines = assembly.sitemap(at: base).entries.map { entry in
      let others = entry.translations.map { " \($0.language)=\($0.url)" }.joined()
      return "\(entry.url)\(entry.modified.map { " " + Stamp($0, hasTime: false).dump } ?? "")\(others)"
    }
    let both = "es=https://ejemplo.dev/lab/blog/a/ en=https://ejemplo.dev/lab/en/blog/a/"
    #expect(
      lines == [
        "https://ejemplo.dev/lab/en/blog/a/ 2025-02-01 \(both)",
        "https://ejemplo.dev/lab/blog/a/ 2025-01-01 \(both)", "https://ejemplo.dev/lab/blog/e/",
        "https://ejemplo.dev/lab/ 2025-01-01", "https://ejemplo.dev/lab/en/ 2025-02-01",
        "https://ejemplo.dev/lab/en/blog/ 2025-02-01", "https://ejemplo.dev/lab/blog/ 2025-01-01",
        "https://ejemplo.dev/lab/etiquetas/", "https://ejemplo.dev/lab/etiquetas/talos/",
      ])
    let rules = assembly.redirections(sample.configuration.redirects.rules, at: base)
    #expect(
      rules.prefix(3) == [
        Redirection(from: "/lab/x/", to: "/lab/y/", status: 302),
        Redirection(from: "/lab/z/", to: "https://otro.example/"),
        Redirection(from: "/lab/viejo/", to: "/lab/blog/a/"),
      ])
    #expect(rules.contains(Redirection(from: "/lab/tags/talos/", to: "/lab/etiquetas/talos/")))
  }

  @Test("writes each route to one file")
  func files() throws {
    let (_, assembly) = try assemble("\n-- blog/a.md --\n---\ndate: 2025-01-01\n---\n")
    #expect(assembly.routes.route(at: "/blog/a/")?.file == "blog/a/index.html")
    #expect(assembly.routes.route(at: "/")?.file == "index.html")
    #expect(assembly.routes.route(at: "/blog/feed.xml")?.file == "blog/feed.xml")
    #expect(assembly.routes.route(at: "/blog/a") == nil)
  }
}

extension Assembly {
  /// An output in words.
  func dump(_ output: Output) -> String {
    switch output {
    case .page(let page): "page \(tree.pages[page].entry.file.path)"
    case .section(let section, let page): "list /\(tree.sections[section].path) \(page)"
    case .archive(let section, let year?): "archive /\(tree.sections[section].path) \(year)"
    case .archive(let section, nil): "archive /\(tree.sections[section].path)"
    case .terms(let index): "terms \(indexes[index].name)"
    case .term(let index, let term, let page): "term \(indexes[index].terms[term].name) \(page)"
    case .feed(.section(let section), let format): "\(format) /\(tree.sections[section].path)"
    case .feed(.term(let index, let term), let format): "\(format) \(indexes[index].terms[term].name)"
    case .file(let path): "file \(path)"
    case .redirect(let target): "→ \(target)"
    case .notFound(let language): "not found \(language)"
    case .sitemap(let part): "sitemap \(part)"
    case .robots: "robots"
    case .asset(let number): "asset \(number)"
    case .inventory(let page, let language): "inventory \(page) \(language)"
    case .inventoryData: "inventory data"
    }
  }
}
