import Bytes
import Diagnostics
import Frontmatter
import Language

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
  private let numbers: [Digest: Int]

  /// Files the pages of a tree under all taxonomies, language by language; what has no terms is left out.
  static func all(of tree: ContentTree, settings: ContentSettings) -> [TermIndex] {
    tree.languages.flatMap { language in
      var filings = settings.taxonomies.map {
        TermFiling($0, in: language, root: settings.root(of: language), describing: tree.termEntries)
      }
      let isMixed = tree.languages.count > 1
      for page in tree.byDate where !isMixed || tree.pages[page].language == language {
        let entry = tree.pages[page].entry
        for filed in entry.terms {
          guard let number = filings.firstIndex(where: { $0.name == filed.taxonomy }) else { continue }
          for term in filed.terms { filings[number].file(page, entry, under: term) }
        }
      }
      return filings.compactMap { TermIndex($0, in: language) }
    }
  }

  private init?(_ filing: TermFiling, in language: String) {
    guard !filing.terms.isEmpty || !filing.faults.isEmpty else { return nil }
    name = filing.name
    self.language = language
    title = filing.title
    url = filing.url
    terms = filing.namedTerms
    faults = filing.faults
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
