import Diagnostics
import Frontmatter
import Markdown
import TestSupport

@testable import Site

/// A site written as one text, with its articles: `static/…` are static files, `templates/…` templates, all other
/// files lie under `content/`.
struct SampleSite {
  private(set) var content: SampleContent
  let assembly: Assembly
  let articles: [Article]
  let targets: LinkTargets
  let filler: Filler

  init(_ text: String) throws {
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
    filler = Filler(targets, pictures: PictureSizes(sizes, unread: unread)) { articles[$0] }
  }

  /// All pages at an outlet, each under its address, and then what is wrong.
  func filled(_ part: Part, at outlet: Outlet) -> String {
    var text = ""
    var notes = FillingNotes()
    for (page, article) in zip(assembly.tree.pages, articles) {
      var out: [UInt8] = []
      filler.fill(article, part, of: Home(page), at: outlet, into: &out, noting: &notes)
      text += "== \(page.url)\n\(String(decoding: out, as: UTF8.self))"
    }
    var content = content
    content.add(targets.told(notes.faults))
    content.add(mistakes: notes.mistakes)
    return text + content.told
  }
}

extension SampleContent {
  mutating func add(mistakes: [Mistake]) { report.add(contentsOf: mistakes) }
}
