import Diagnostics
import Foundation
import Nodes
import Templates
import Testing
import Themes

/// What `docs/theme.md` teaches, done.
@Suite("The guide to the theme")
struct GuideTests {
  /// The guide's examples, by the file that each is to be written into.
  private let examples: [String: String]
  private let guide: String

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/theme.md")
    guide = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    examples = Dictionary(
      guide.matches(of: /```\w+ (\S+)\n([\s\S]*?)```/).map { (String($0.1), String($0.2)) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("has examples for a colour, a string, a style, two templates and the homelab")
  func complete() {
    #expect(
      examples.keys.sorted() == [
        "data/homelab.yaml", "site.yaml", "strings/es.yaml", "styles/mine.css",
        "templates/partials/footer.html",
        "templates/post.html",
      ])
  }

  @Test("changes the colour")
  func colour() throws {
    let settings = try yaml("site.yaml")
    #expect(Accent(try #require(settings["theme"]?["accent"]?.text)) != nil)
  }

  @Test("changes strings that are there")
  func strings() throws {
    let text = try #require(examples["strings/es.yaml"])
    let site = ThemeLayer(prefix: "", listing: ["strings/es.yaml"]) { _ in Array(text.utf8) }
    let changed = Strings(of: site, languages: ["es"])
    #expect(changed.mistakes.isEmpty)
    #expect(changed.keys(in: "es") == Strings(languages: ["es"]).keys(in: "es"))
    #expect(try changed.text("minutes", in: "es", count: 3) == "3 minutos de lectura")
  }

  @Test("changes one template, and the page is made with it")
  func templates() throws {
    let footer = "templates/partials/footer.html"
    let foot = try Showcase(own: [footer: try #require(examples[footer])]).html("post")
    #expect(foot.contains("<p>Ada · <a href=\"/aviso/\">Aviso legal</a></p>"))
    let post = try Showcase(own: ["templates/post.html": try #require(examples["templates/post.html"])])
    #expect(try post.html("post").contains("<div class=\"prose\"><p>Texto.</p></div>"))
  }

  @Test("shows a homelab from data")
  func homelab() throws {
    let html = try Showcase().html(
      "home", changes: ["params": ["homelab": Value(try yaml("data/homelab.yaml"))]])
    #expect(html.contains("<dt>Memoria</dt><dd>112 <small>GiB</small></dd>"))
    #expect(html.contains("<a href=\"/clusteres/alfa/\">alfa</a>"))
    #expect(html.contains("<li>2 nodos</li>"))
  }

  @Test("names every template, and every property that a site may set")
  func names() throws {
    for name in BuiltInTheme.names where name.hasPrefix("templates/") && !name.contains("shortcodes/") {
      let short = name.split(separator: "/").last.map(String.init) ?? ""
      let shown = name.contains("partials/") ? String(short.dropLast(".html".count)) : "`\(short)`"
      let isNamed = guide.contains(shown)
      #expect(isNamed, "\(name)")
    }
    let tokens = String(decoding: try #require(BuiltInTheme.file(named: "styles/tokens.css")), as: UTF8.self)
    for property in guide.matches(of: /--[a-z-]+/).map({ String($0.output) }) {
      let isThere = tokens.contains("\(property): ")
      #expect(isThere, "\(property)")
    }
  }

  private func yaml(_ name: String) throws -> Node {
    try YAML.read(Source(path: name, bytes: Array(try #require(examples[name]).utf8)))
  }
}
