import Language

/// The dated pages of a list by the year they were written in, the latest year first.
public struct Archive: Sendable {
  public let years: [(year: Int, pages: [PageID])]

  /// Groups pages that stand in any order; undated ones are left out.
  public init(of pages: [PageID], in tree: ContentTree) {
    var years: [Int: [PageID]] = [:]
    for page in pages {
      if let date = tree.pages[page].entry.dates.date { years[date.day.year, default: []].append(page) }
    }
    self.years = years.sorted { $0.key > $1.key }.map { (year: $0.key, pages: $0.value) }
  }
}
