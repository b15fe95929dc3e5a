import Language

/// Which pages a reader of one page may want next: those that share its rarest terms, its series, or words of its title.
///
/// A shared term counts by how few pages have it; one that half the site has says nothing. Asked for page by page, and
/// the work per question is capped, so that a tag on ten thousand pages costs no more than one on a hundred.
public struct Related: Sendable {
  private let tree: ContentTree
  private let indexes: [TermIndex]
  private let titles: [UInt64: [PageID]]

  /// How many pages of one term are looked at, the latest first.
  static let pagesPerTerm = 100
  /// A word on more titles than this is too common to tell pages apart.
  static let pagesPerWord = 40

  public init(_ tree: ContentTree, _ indexes: [TermIndex]) {
    self.tree = tree
    self.indexes = indexes
    var titles: [UInt64: [PageID]] = [:]
    for page in tree.byDate {
      for word in tree.pages[page].entry.titleWords {
        titles[word, default: []].append(page)
      }
    }
    self.titles = titles
  }

  /// The pages nearest to one, the nearest first; of equally near ones the latest, then by path.
  public func pages(to page: PageID, limit: Int = 5) -> [PageID] {
    let one = tree.pages[page]
    var scores: [PageID: Int] = [:]
    for index in indexes where index.language == one.language && index.name != "authors" {
      for number in index.terms(of: one) {
        let term = index.terms[number]
        let worth = Self.worth(sharedBy: term.pages.count) * (index.name == "series" ? Self.seriesFactor : 1)
        for other in term.pages.prefix(Self.pagesPerTerm) { scores[other, default: 0] += worth }
      }
    }
    for word in one.entry.titleWords {
      guard let others = titles[word], others.count <= Self.pagesPerWord else { continue }
      for other in others where tree.pages[other].language == one.language {
        scores[other, default: 0] += Self.worth(sharedBy: others.count) / 2
      }
    }
    scores[page] = nil
    func seconds(_ page: PageID) -> Int { tree.pages[page].entry.dates.date?.instant.seconds ?? .min }
    return scores.sorted { one, other in
      if one.value != other.value { return one.value > other.value }
      let (mine, theirs) = (seconds(one.key), seconds(other.key))
      return mine == theirs ? one.key < other.key : mine > theirs
    }
    .prefix(limit).map(\.key)
  }

  /// Parts of one series belong together more than any tag can say.
  private static let seriesFactor = 4

  /// Whole numbers, so that the order never hangs on rounding: 1000 for a term of one other page, falling with its use.
  private static func worth(sharedBy count: Int) -> Int { 2000 / max(2, count) }
}
