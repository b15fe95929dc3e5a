/// The pages before and after one in time, within its section.
public struct Neighbours: Sendable, Hashable {
  /// The next older page.
  public let previous: PageID?
  /// The next newer page.
  public let next: PageID?

  public init(previous: PageID?, next: PageID?) {
    self.previous = previous
    self.next = next
  }

  /// The neighbours of all pages: sections are walked once, in the order of their lists.
  public static func all(in tree: ContentTree) -> [Neighbours] {
    var all = [Neighbours](repeating: Neighbours(previous: nil, next: nil), count: tree.pages.count)
    for section in tree.sections {
      for (place, page) in section.pages.enumerated() {
        all[page] = Neighbours(
          previous: place + 1 < section.pages.count ? section.pages[place + 1] : nil,
          next: place > 0 ? section.pages[place - 1] : nil)
      }
    }
    return all
  }
}
