import Bytes
import Diagnostics
import Disk
import Frontmatter
import Inventory
import Language
import Markdown
import TextRepair

/// One content file, read by itself: the end of phase one.
///
/// A file that did not change since an earlier build is known without its text, which is read when somebody asks.
public final class LoadedFile: Sendable {
  public let entry: Entry
  /// What others show of the text.
  let brief: TextBrief
  public let mistakes: [Mistake]
  /// The digest of the file's bytes before they were repaired.
  let raw: UInt64
  private let text: LazyText

  /// The text with its marks for what stands elsewhere.
  public var article: Article { text.article }

  /// Understands a text.
  ///
  /// What is wrong with its bytes is told with all else; `raw` is their digest.
  init(
    _ file: ContentFile, _ source: Source, with reading: ContentReading, markdown: inout Markdown,
    raw: UInt64 = 0, others: [Mistake] = []
  ) {
    self.raw = raw
    let header = Header(of: source, zone: reading.zone)
    var report = Report(others + header.report.sorted)
    if let mistake = header.emptiness(in: source) { report.add(mistake) }
    let cascade = header.metadata.cascade.map { Cascade($0, of: source, report: &report) }
    entry = Entry(
      file, header.metadata, cascade: cascade, ownTaxonomies: reading.ownTaxonomies, in: reading.zone,
      history: reading.history[file.shownPath])
    let body = Self.body(of: header)
    var article = markdown.article(
      from: source, body: body, options: reading.options(of: entry),
      isPasted: header.block.kind == .absent)
    let teller = header.metadata.origin(of: .title)?.teller
    let takesTitle = header.titleRange != nil && teller != .firstLine
    let heading = takesTitle ? article.takeTitle() : nil
    report.add(contentsOf: article.mistakes)
    report.add(contentsOf: LeakScanner.author.findings(inAuthors: source).sorted)
    brief = TextBrief(
      of: article, from: source, body: body, isPasted: header.block.kind == .absent, heading: heading)
    text = LazyText(article)
    mistakes = report.isEmpty ? [] : report.sorted
  }

  /// A file that is known from before; `read` gives its text, which is kept on a `shelf`, if there is one.
  init(
    _ entry: Entry, _ brief: TextBrief, _ mistakes: [Mistake], raw: UInt64, on shelf: TextShelf? = nil,
    read: @escaping @Sendable () -> Article
  ) {
    self.raw = raw
    self.entry = entry
    self.brief = brief
    self.mistakes = mistakes
    text = LazyText(on: shelf, read)
  }

  /// The same file with its text on a shelf; `read` gives it again when it had to go.
  init(_ other: LoadedFile, on shelf: TextShelf, read: @escaping @Sendable () -> Article) {
    (raw, entry, brief, mistakes) = (other.raw, other.entry, other.brief, other.mistakes)
    text = LazyText(other.article, on: shelf, read)
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
  private(set) var history: [String: FileHistory]
  /// Whether articles note in which lines their blocks stand.
  var notesLines = false
  /// Whether what earlier builds were told of files is still true, so that nobody was asked again.
  var isHistoryKnown = false

  /// How the text of a page is read.
  func options(of entry: Entry) -> Options {
    var options = markdown.options(
      in: Tongue(of: entry.language(default: language)), isMDX: entry.file.path.hasSuffix(".mdx"))
    options.notesLines = notesLines
    options.keepsText = false
    return options
  }

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

extension ContentReading {
  /// Takes what earlier builds were told of files: of those that have changed since, too.
  mutating func know(_ known: KnownContent, _ files: [ContentFile]) {
    isHistoryKnown = true
    for file in files { if let told = known.history(of: file.path) { history[file.shownPath] = told } }
  }
}
