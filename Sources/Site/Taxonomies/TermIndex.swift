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

  /// Files the pages of a tree.
  public init(_ place: TaxonomyPlace, in language: String, of tree: ContentTree, root: String) {
    var filing = TermFiling(place, in: language, root: root, describing: tree.termEntries)
    for page in tree.byDate where tree.pages[page].language == language {
      for filed in tree.pages[page].entry.terms where filed.taxonomy == place.name {
        for term in filed.terms { filing.file(tree.pages[page], under: term) }
      }
    }
    filing.settleNames()
    name = place.name
    self.language = language
    title = place.title
    url = filing.url
    terms = filing.terms
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
