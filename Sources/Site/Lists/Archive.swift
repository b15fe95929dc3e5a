import Language

/// The dated pages of a list by the year they were written in, the latest year first.
public struct Archive: Sendable {
  public let years: [(year: Int, pages: [PageID])]

  /// Groups pages that stand in any order; undated ones are left out.
  public init(of pages: [PageID], in tree: ContentTree) {
    var years: [Int: [PageID]] = [:]
    // Lists mostly stand by date, so that whole runs of one year are added at once.
    var run: (year: Int, pages: [PageID])?
    for page in pages {
      guard let year = tree.pages[page].entry.dates.date?.day.year else { continue }
      if run?.year != year {
        if let run { years[run.year, default: []] += run.pages }
        run = (year, [])
      }
      run?.pages.append(page)
    }
    if let run { years[run.year, default: []] += run.pages }
    self.years = years.sorted { $0.key > $1.key }.map { (year: $0.key, pages: $0.value) }
  }
}
