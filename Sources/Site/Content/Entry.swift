import Bytes
import Frontmatter
import Language
import Nodes

/// One page's file with all that follows from it alone: what phase one makes, each file by itself.
///
/// A class, because a page's metadata are large and shared by everything that refers to the page; all of it is constant.
public final class Entry: Sendable {
  public let file: ContentFile
  public let metadata: Metadata
  public let dates: Dates
  /// The last part of the address: the slug that the page names, else that of its file's name.
  public let slug: String
  /// The terms that the page is filed under, by the name of the taxonomy.
  public let terms: [Filing]
  /// The words of its title that tell pages apart, for related posts.
  public let titleWords: [UInt64]
  /// What the file's commits say; nil when nobody knows.
  public let history: FileHistory?

  /// Of all that the file and its folders say, wherever they say it.
  let digest: UInt64

  /// The terms of one page in one taxonomy.
  public struct Filing: Sendable {
    public let taxonomy: String
    public let terms: [TermName]
  }

  /// What a section's `_index.md` gives to the pages below it.
  public let cascade: Cascade?

  /// Settles what one file says; `ownTaxonomies` are keys of the site's own that hold terms.
  public convenience init(
    _ file: ContentFile, _ metadata: Metadata, cascade: Cascade? = nil, ownTaxonomies: [String] = [],
    in zone: Zone, history: FileHistory? = nil
  ) {
    self.init(
      file, metadata, cascade: cascade, ownTaxonomies: ownTaxonomies, in: zone, history: history,
      following: Consequences(of: file, metadata))
  }

  /// What follows from a file's words and takes a while to find.
  struct Consequences: Sendable {
    let slug: String
    let titleWords: [UInt64]
    let digest: UInt64
  }

  /// The same of a file of which the consequences are known.
  init(
    _ file: ContentFile, _ metadata: Metadata, cascade: Cascade?, ownTaxonomies: [String], in zone: Zone,
    history: FileHistory?, following consequences: Consequences
  ) {
    self.file = file
    self.metadata = metadata
    self.cascade = cascade
    self.ownTaxonomies = ownTaxonomies
    self.history = history
    dates = Dates(of: metadata, in: zone, history: history)
    terms = Self.filings(of: metadata, ownTaxonomies: ownTaxonomies)
    (slug, titleWords, digest) = (consequences.slug, consequences.titleWords, consequences.digest)
  }

  private let ownTaxonomies: [String]

  /// The same file with the defaults of its folders.
  func saying(_ metadata: Metadata, in zone: Zone) -> Entry {
    Entry(file, metadata, cascade: cascade, ownTaxonomies: ownTaxonomies, in: zone, history: history)
  }
}

extension Entry.Consequences {
  init(of file: ContentFile, _ metadata: Metadata) {
    slug = Entry.slug(of: file, metadata)
    titleWords = Entry.titleWords(of: metadata.title)
    var packer = Packer()
    metadata.packSaid(into: &packer)
    digest = Digest(of: packer.bytes.span).value
  }

  init(from unpacker: inout Unpacker) {
    slug = unpacker.text()
    titleWords = unpacker.words()
    digest = unpacker.fixed()
  }

  func pack(into packer: inout Packer) {
    packer.add(slug)
    packer.add(words: titleWords)
    packer.add(fixed: digest)
  }
}

extension Entry {
  /// What is kept of a file so that it need not be found again.
  var consequences: Consequences { Consequences(slug: slug, titleWords: titleWords, digest: digest) }

  fileprivate static func slug(of file: ContentFile, _ metadata: Metadata) -> String {
    if let named = metadata.slug {
      let parts = named.split(separator: "/").map { Language.slug(of: String($0)) }.filter { !$0.isEmpty }
      if !parts.isEmpty { return parts.joined(separator: "/") }
    }
    guard file.role != .section else { return Language.slug(of: file.name) }
    return Language.slug(of: FileName(path: file.name + ".md").slug)
  }

  private static func filings(of metadata: Metadata, ownTaxonomies: [String]) -> [Filing] {
    var filings: [Filing] = []
    func file(_ names: [String], under taxonomy: String) {
      guard !names.isEmpty else { return }
      filings.append(Filing(taxonomy: taxonomy, terms: names.map(TermName.init)))
    }
    file(metadata.tags, under: "tags")
    file(metadata.categories, under: "categories")
    file(metadata.series, under: "series")
    file(metadata.authors.map(\.name), under: "authors")
    for name in ownTaxonomies {
      guard let value = metadata.params.first(where: { $0.key == name })?.value else { continue }
      file((value.list ?? [value]).compactMap(\.text), under: name)
    }
    for taxonomy in metadata.taxonomies { file(taxonomy.terms, under: taxonomy.name) }
    return filings
  }

  /// Words shorter than this (`de`, `con`, `k3s`) are in too many titles to tell two pages apart.
  private static let leastTitleWord = 4

  fileprivate static func titleWords(of title: String) -> [UInt64] {
    let slug = Language.slug(of: title.utf8.span)
    var words: [UInt64] = []
    var start = 0
    for end in 0...slug.count where end == slug.count || slug[end] == UInt8(ascii: "-") {
      let word = start..<end
      start = end + 1
      guard word.count >= leastTitleWord else { continue }
      words.append(Digest(of: slug.span.extracting(word)).value)
    }
    words.sort()
    var different: [UInt64] = []
    for word in words where word != different.last { different.append(word) }
    return different
  }
}
