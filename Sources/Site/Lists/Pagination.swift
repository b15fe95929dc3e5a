/// A long list cut into pages: `/blog/`, `/blog/pagina/2/`, …
public struct Pagination: Sendable, Hashable {
  /// The address of the first page.
  public let url: String
  /// How many items there are.
  public let total: Int
  /// How many stand on a page.
  public let size: Int
  private let word: String

  public init(of total: Int, size: Int, at url: String, word: String) {
    self.total = total
    self.size = max(1, size)
    self.url = url
    self.word = word
  }

  /// How many pages there are; an empty list has one.
  public var count: Int { max(1, (total + size - 1) / size) }

  /// The items on a page, counted from 1.
  public func items(on page: Int) -> Range<Int> {
    let start = min(max(0, (page - 1) * size), total)
    return start..<min(start + size, total)
  }

  /// The address of a page; nil when there is none of that number.
  public func url(of page: Int) -> String? {
    guard (1...count).contains(page) else { return nil }
    return page == 1 ? url : "\(url)\(word)/\(page)/"
  }
}
