import Diagnostics
import Frontmatter
import Language
import Markdown
import Nodes
import Templates
import TestSupport
import Themes

@testable import Site

/// A site written as one text, with its articles: `static/…` are static files, `templates/…` templates, all other
/// files lie under `content/`.
struct SampleSite {
  private(set) var content: SampleContent
  let assembly: Assembly
  let articles: [Article]
  let targets: LinkTargets
  let filler: Filler

  init(_ text: String, inventory: Shortcodes.InventoryAnswer? = nil) throws {
    content = try SampleContent(text)
    let files = SampleContent.files(of: text)
    let statics = files.keys.filter { $0.hasPrefix("static/") }.sorted()
    assembly = Assembly(
      content.tree, files: statics.map { (String($0.dropFirst("static".count)), $0) }, content.configuration,
      settings: content.settings)
    content.add(assembly.faults)
    var markdown = Markdown()
    let sources = content.sources
    let articles = assembly.tree.pages.map { page in
      let source = sources[page.entry.file.shownPath] ?? Source(path: "", bytes: [])
      return markdown.article(from: source, body: Header(of: source).body)
    }
    self.articles = articles
    content.add(mistakes: articles.flatMap(\.mistakes))
    targets = LinkTargets(assembly, base: content.configuration.baseURL)
    var sizes: [String: ImageSize] = [:]
    var unread: Set<String> = []
    for (page, article) in zip(assembly.tree.pages, articles) {
      for file in targets.pictures(of: article, at: Home(page)) {
        let bytes = files[file] ?? files[String(file.dropFirst("content/".count))] ?? []
        do { sizes[file] = try ImageSize(header: bytes.span) } catch { unread.insert(file) }
      }
    }
    let bare = Filler(targets, pictures: PictureSizes(sizes, unread: unread))
    filler = Filler(
      targets, pictures: bare.pictures,
      shortcodes: Self.shortcodes(files, bare, content.configuration, inventory)
    ) { articles[$0] }
  }

  /// The templates of the built-in theme and the sample's own.
  private static func shortcodes(
    _ files: [String: [UInt8]], _ filler: Filler, _ configuration: Configuration,
    _ inventory: Shortcodes.InventoryAnswer?
  ) -> Shortcodes {
    var templates: [String: [UInt8]] = [:]
    for name in BuiltInTheme.names where name.hasPrefix("templates/") {
      templates[String(name.dropFirst("templates/".count))] = BuiltInTheme.file(named: name)
    }
    for (name, bytes) in files where name.hasPrefix("templates/") {
      templates[String(name.dropFirst("templates/".count))] = bytes
    }
    let sources = templates
    var environments: [String: Templates.Environment] = [:]
    for language in ["es", "en"] {
      var options = Templates.Environment.Options()
      options.tongue = Tongue(of: language)
      options.filters["markdown"] = filler.markdownFilter(configuration.markdown, in: language)
      options.globals["image"] = .function("image", filler.imageFunction(in: language))
      environments[language] = Templates.Environment(options) { sources[$0] }
    }
    let fixed = environments
    let spanish = Templates.Environment { sources[$0] }
    return Shortcodes(templates: sources.keys, inventory: inventory) { fixed[$0] ?? spanish }
  }

  /// All pages at an outlet, each under its address, and then what is wrong.
  func filled(_ part: Part, at outlet: Outlet, withNotes: Bool = false) -> String {
    var text = ""
    var notes = FillingNotes()
    for (page, article) in zip(assembly.tree.pages, articles) {
      var out: [UInt8] = []
      filler.fill(
        article, part, of: Home(page), at: outlet, among: surroundings(of: page), into: &out, noting: &notes)
      text += "== \(page.url)\n\(String(decoding: out, as: UTF8.self))"
    }
    var content = content
    content.add(targets.told(notes.faults))
    content.add(mistakes: notes.mistakes)
    return text + (withNotes ? content.report.told : content.told)
  }
}

extension SampleSite {
  private func surroundings(of page: Page) -> ShortcodeSurroundings {
    let params = page.entry.metadata.params.map { ($0.key, Value($0.value)) }
    let object = SamplePage(title: page.entry.metadata.title, params: Map(params))
    return ShortcodeSurroundings(page: .object(object), site: ["title": "Laboratorio"])
  }
}

/// As much of a page as templates of shortcodes ask for here.
private final class SamplePage: HostObject {
  let title: String
  let params: Map

  init(title: String, params: Map) {
    self.title = title
    self.params = params
  }

  var memberNames: [String] { ["title", "params"] }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    switch name.text {
    case "title": .text(title)
    case "params": .map(params)
    default: nil
    }
  }
}

extension SampleContent {
  mutating func add(mistakes: [Mistake]) { report.add(contentsOf: mistakes) }
}
