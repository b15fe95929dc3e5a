import Frontmatter
import Nodes

/// The parts of a series in reading order: by the number they give themselves, else by date.
public struct SeriesParts: Sendable {
  /// The term of the taxonomy `series`.
  public let term: Term
  public let parts: [PageID]

  /// Puts the pages of a series into reading order.
  public init(_ term: Term, in tree: ContentTree) {
    self.term = term
    // The term's pages stand latest first; a series is read from its beginning.
    parts = term.pages.reversed().enumerated()
      .map { (order: Self.order(of: tree.pages[$1]), rank: $0, page: $1) }
      .sorted { ($0.order, $0.rank) < ($1.order, $1.rank) }
      .map(\.page)
  }

  /// Where a page stands, counted from 1, and the parts beside it; nil when it is no part.
  public func place(of page: PageID) -> (number: Int, previous: PageID?, next: PageID?)? {
    guard let index = parts.firstIndex(of: page) else { return nil }
    return (
      index + 1, index > 0 ? parts[index - 1] : nil, index + 1 < parts.count ? parts[index + 1] : nil
    )
  }

  /// The part's own number: `series_order`, else its weight; without one it follows those that have one.
  private static func order(of page: Page) -> Int {
    let metadata = page.entry.metadata
    return metadata.params.first { $0.key == "series_order" }?.value.integer ?? metadata.weight ?? .max
  }
}
