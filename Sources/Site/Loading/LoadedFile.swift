import Bytes
import Diagnostics
import Disk
import Frontmatter
import Inventory
import Language
import Markdown
import TextRepair

/// One content file, read and rendered by itself: the end of phase one.
public final class LoadedFile: Sendable {
  public let entry: Entry
  public let article: Article
  /// The title as HTML, when the text's own heading gives it.
  public let heading: [UInt8]?
  public let mistakes: [Mistake]
  /// The opening in plain words, for descriptions.
  public let opening: String
  /// Whether some of the text is written by templates.
  let hasShortcodes: Bool

  /// Understands a text.
  init(_ file: ContentFile, _ source: Source, with reading: ContentReading, markdown: inout Markdown) {
    let header = Header(of: source, zone: reading.zone)
    var report = Report(header.report.sorted)
    if let mistake = header.emptiness(in: source) { report.add(mistake) }
    let cascade = header.metadata.cascade.map { Cascade($0, of: source, report: &report) }
    entry = Entry(
      file, header.metadata, cascade: cascade, ownTaxonomies: reading.ownTaxonomies, in: reading.zone,
      history: reading.history[file.shownPath])
    let language = entry.language(default: reading.language)
    var article = markdown.article(
      from: source, body: Self.body(of: header),
      options: reading.markdown.options(in: Tongue(of: language), isMDX: file.path.hasSuffix(".mdx")),
      isPasted: header.block.kind == .absent)
    let teller = header.metadata.origin(of: .title)?.teller
    heading = header.titleRange != nil && teller != .firstLine ? article.takeTitle() : nil
    report.add(contentsOf: article.mistakes)
    report.add(contentsOf: LeakScanner.author.findings(inAuthors: source).sorted)
    article.forgetPlainText()
    opening = PlainExcerpt.text(of: article)
    self.article = article
    hasShortcodes = article.holes.contains { if case .shortcode = $0.kind { true } else { false } }
    mistakes = report.isEmpty ? [] : report.sorted
  }

  /// Where the text begins: after the front matter, and after a plain first line that is the title.
  private static func body(of header: Header) -> Int {
    guard header.metadata.origin(of: .title)?.teller == .firstLine, let line = header.titleRange else {
      return header.body
    }
    return line.upperBound
  }
}

/// What reading any content file needs to know of the site.
public struct ContentReading: Sendable {
  let zone: Zone
  let language: String
  let ownTaxonomies: [String]
  let markdown: MarkdownSettings
  /// What git says of files, by their path from the root of the site.
  let history: [String: FileHistory]

  public init(
    _ settings: ContentSettings, markdown: MarkdownSettings, history: [String: FileHistory] = [:]
  ) {
    zone = settings.zone
    language = settings.language
    ownTaxonomies = settings.ownTaxonomies
    self.markdown = markdown
    self.history = history
  }
}
