import Bytes
import Diagnostics
import Frontmatter
import Language
import Workers

/// The terms of one taxonomy in one language, and the pages under each.
///
/// Spellings that differ only in case, accents or signs have one slug and are one term, shown as the `_index.md`,
/// `site.yaml` or else most pages write it. A term `a/b` counts for `a` too.
public struct TermIndex: Sendable {
  /// The key of the front matter.
  public let name: String
  public let language: String
  public let title: String?
  /// The address of the list of terms.
  public let url: String
  /// In the order in which pages name them, the latest page first; see `alphabetical`.
  public let terms: [Term]
  public let faults: [Fault]
  /// What the taxonomy's own `_index.md` says of the list of terms.
  public let entry: Entry?
  /// How many pages a term's list shows at once.
  public let listSize: Int
  private let numbers: [Digest: Int]

  /// Files the pages of a tree under all taxonomies, language by language; what has no terms is left out.
  static func all(
    of tree: ContentTree, settings: ContentSettings, workers: Workers = Workers(count: 1)
  ) -> [TermIndex] {
    tree.languages.flatMap { language in
      let isMixed = tree.languages.count > 1
      let pages = tree.byDate.filter { !isMixed || tree.pages[$0].language == language }
      let indexes = workers.each(settings.taxonomies) { place in
        let uses = Self.uses(of: place.name, on: pages, in: tree)
        var filing = TermFiling(
          place, in: language, root: settings.root(of: language), describing: tree.termEntries,
          names: uses.lazy.flatMap(\.terms))
        for (page, terms) in uses {
          let entry = tree.pages[page].entry
          for term in terms { filing.file(page, entry, under: term) }
        }
        filing.findUnused()
        return TermIndex(filing, in: language)
      }
      return indexes.compactMap(\.self)
    }
  }

  /// Warns of taxonomies that pages use and nobody declared, each once.
  static func unknown(in tree: ContentTree, settings: ContentSettings) -> [Fault] {
    let known = settings.taxonomies.map(\.name)
    var told = Set(known)
    var faults: [Fault] = []
    for page in tree.pages {
      for taxonomy in page.entry.metadata.taxonomies where told.insert(taxonomy.name).inserted {
        let meant = nearest(to: taxonomy.name, among: known)
        faults.append(Fault(.unknownTaxonomy(taxonomy.name, meant: meant), in: page.entry, at: .taxonomies))
      }
    }
    return faults
  }

  /// The pages that name terms of a taxonomy, and which; one that names some at two places comes twice.
  private static func uses(
    of taxonomy: String, on pages: [PageID], in tree: ContentTree
  ) -> [(page: PageID, terms: [TermName])] {
    var uses: [(page: PageID, terms: [TermName])] = []
    for page in pages {
      for filed in tree.pages[page].entry.terms where filed.taxonomy == taxonomy {
        uses.append((page: page, terms: filed.terms))
      }
    }
    return uses
  }

  private init?(_ filing: TermFiling, in language: String) {
    guard !filing.terms.isEmpty || !filing.faults.isEmpty else { return nil }
    name = filing.name
    self.language = language
    title = filing.title
    url = filing.url
    terms = filing.namedTerms
    faults = filing.faults
    entry = filing.entry
    listSize = filing.listSize
    numbers = filing.numbers
  }

  /// The terms in the order of a dictionary of the language.
  public func alphabetical() -> [Int] {
    terms.indices.sorted(alphabeticallyIn: Tongue(of: language)) { terms[$0].name }
  }

  /// The terms that a page is filed under, in its own order, each once.
  public func terms(of page: Page) -> [Int] {
    var found: [Int] = []
    for filed in page.entry.terms where filed.taxonomy == name {
      for term in filed.terms {
        if let number = numbers[term.key], !found.contains(number) { found.append(number) }
      }
    }
    return found
  }
}
