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
    var scores = Scores(capacity: Self.pagesPerTerm * 4)
    for index in indexes where index.language == one.language && index.name != "authors" {
      let factor = index.name == "series" ? Self.seriesFactor : 1
      for number in index.terms(of: one) {
        let pages = index.terms[number].pages
        let worth = Self.worth(sharedBy: pages.count) * factor
        for other in pages.prefix(Self.pagesPerTerm) where other != page { scores.add(worth, to: other) }
      }
    }
    for word in one.entry.titleWords {
      guard let others = titles[word], others.count <= Self.pagesPerWord else { continue }
      let worth = Self.worth(sharedBy: others.count) / 2
      for other in others where other != page && tree.pages[other].language == one.language {
        scores.add(worth, to: other)
      }
    }
    return nearest(in: scores, limit: limit)
  }

  /// Keeps the best while walking over all: sorting hundreds for the sake of five would cost most of the question.
  private func nearest(in scores: Scores, limit: Int) -> [PageID] {
    var best: [(page: PageID, score: Int, seconds: Int)] = []
    best.reserveCapacity(limit + 1)
    var least = 0
    for (page, score) in scores.all where score >= least {
      let (page, score, seconds) = (PageID(page), Int(score), seconds[Int(page)])
      let place = best.firstIndex { (score, seconds, $0.page) > ($0.score, $0.seconds, page) } ?? best.count
      guard place < limit else { continue }
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
  /// The pages in the order in which they were first added, and what they are worth.
  private(set) var all: [(page: Int32, score: Int32)] = []
  /// Where each page stands in that order, counted from 1; zero for an empty place.
  private var places: [Int32]

  /// Makes room for so many pages; it grows when there are more.
  init(capacity: Int) {
    var size = 16
    while size < capacity { size *= 2 }
    places = [Int32](repeating: 0, count: size)
    all.reserveCapacity(size / 2)
  }

  mutating func add(_ worth: Int, to page: PageID) {
    if (all.count + 1) * 2 > places.count { grow() }
    let place = place(of: Int32(page))
    if places[place] == 0 {
      all.append((Int32(page), 0))
      places[place] = Int32(all.count)
    }
    all[Int(places[place]) - 1].score += Int32(clamping: worth)
  }

  /// Where a page is noted, or may be.
  private func place(of page: Int32) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: UInt64(page) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while places[place] != 0, all[Int(places[place]) - 1].page != page { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: places.count * 2)
    for (number, one) in all.enumerated() { places[place(of: one.page)] = Int32(number + 1) }
  }
}
