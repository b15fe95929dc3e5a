import Language

/// Which pages a reader of one page may want next: those that share its rarest terms, its series, or words of its title.
///
/// A shared term counts by how few pages have it; one that half the site has says nothing. Asked for page by page, and
/// the work per question is capped, so that a tag on ten thousand pages costs no more than one on a hundred.
public struct Related: Sendable {
  private var tree: ContentTree
  private let indexes: [TermIndex]
  private(set) var titles: [UInt64: [PageID]]
  /// The date of each page, beside each other: hundreds are compared for every page, and reaching into the pages
  /// themselves would wait for memory each time.
  private let seconds: [Int]

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
    seconds = tree.pages.map { $0.entry.dates.date?.instant.seconds ?? .min }
  }

  /// The same for a site in which some pages have other titles.
  func within(_ tree: ContentTree, renamed pages: [PageID]) -> Related {
    var related = self
    related.tree = tree
    for page in pages {
      for word in self.tree.pages[page].entry.titleWords { related.titles[word]?.removeAll { $0 == page } }
      for word in tree.pages[page].entry.titleWords { related.add(page, to: word) }
    }
    return related
  }

  /// Lists a page under a word, where its date puts it: the latest first, then in the order of the pages.
  private mutating func add(_ page: PageID, to word: UInt64) {
    let pages = titles[word, default: []]
    let place = pages.firstIndex { (seconds[$0], page) < (seconds[page], $0) } ?? pages.count
    titles[word, default: []].insert(page, at: place)
  }

  /// The pages nearest to one, the nearest first; of equally near ones the latest, then by path.
  public func pages(to page: PageID, limit: Int = 5) -> [PageID] {
    let one = tree.pages[page]
    var lists: [(worth: Int, pages: ArraySlice<PageID>)] = []
    for index in indexes where index.language == one.language && index.name != "authors" {
      let factor = index.name == "series" ? Self.seriesFactor : 1
      for number in index.terms(of: one) {
        let pages = index.terms[number].pages
        let worth = Self.worth(sharedBy: pages.count) * factor
        lists.append((worth, pages.prefix(Self.pagesPerTerm)))
      }
    }
    for word in one.entry.titleWords {
      guard let others = titles[word], others.count <= Self.pagesPerWord else { continue }
      let worth = Self.worth(sharedBy: others.count) / 2
      lists.append((worth, others[...]))
    }
    var scores = Scores(capacity: lists.reduce(0) { $0 + $1.pages.count })
    for list in lists { scores.add(list.worth, to: list.pages) }
    return nearest(to: one, in: scores, limit: limit)
  }

  /// Keeps the best while walking over all: sorting hundreds for the sake of five would cost most of the question.
  private func nearest(to one: Page, in scores: Scores, limit: Int) -> [PageID] {
    var best: [(page: PageID, score: Int, seconds: Int)] = []
    best.reserveCapacity(limit + 1)
    var least = 0
    for (page, score) in scores.all where score >= least {
      let seconds = seconds[page]
      // Where one term is shared by hundreds, nearly all come behind the last of the best.
      if best.count == limit, let last = best.last,
        (score, seconds, last.page) <= (last.score, last.seconds, page)
      {
        continue
      }
      let place = best.firstIndex { (score, seconds, $0.page) > ($0.score, $0.seconds, page) } ?? best.count
      guard place < limit, page != one.id, tree.pages[page].language == one.language else { continue }
      best.insert((page, score, seconds), at: place)
      if best.count > limit { best.removeLast() }
      if best.count == limit { least = best[limit - 1].score }
    }
    return best.map(\.page)
  }

  /// Parts of one series belong together more than any tag can say.
  private static let seriesFactor = 4

  /// Whole numbers, so that the order never hangs on rounding: 1000 for a term of one other page, falling with its use.
  static func worth(sharedBy count: Int) -> Int { 2000 / max(2, count) }
}

/// What pages are worth, added up: a small table of its own, because a dictionary's hashing would cost most of the time.
private struct Scores {
  /// The pages, as they came, and what each is worth. They are gone through one after the other: in a table half empty,
  /// whether the next place is taken would be guessed wrong half of the time.
  private(set) var all: [(page: PageID, score: Int)] = []
  /// Where a page stands among all, counted from 1; zero for an empty place.
  private var places: [Int32]

  /// Makes room for so many pages; there must not be more.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    all.reserveCapacity(capacity)
  }

  /// Adds the same to several pages, which are looked for without leaving the table.
  mutating func add(_ worth: Int, to pages: ArraySlice<PageID>) {
    var known: [(page: PageID, score: Int)] = []
    swap(&known, &all)
    places.withUnsafeMutableBufferPointer { places in
      for page in pages {
        var place = Self.hash(of: page) & (places.count - 1)
        while places[place] != 0, known[Int(places[place]) - 1].page != page {
          place = (place + 1) & (places.count - 1)
        }
        if places[place] == 0 {
          known.append((page, worth))
          places[place] = Int32(known.count)
        } else {
          known[Int(places[place]) - 1].score += worth
        }
      }
    }
    swap(&known, &all)
  }

  @inline(__always)
  private static func hash(of page: PageID) -> Int {
    Int(truncatingIfNeeded: UInt64(page) &* 0x9E37_79B9_7F4A_7C15 >> 32)
  }
}
