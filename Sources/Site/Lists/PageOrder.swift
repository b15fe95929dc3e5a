import Frontmatter
import Language

/// The orders in which lists show pages; equal ones stand in the order of their paths.
enum PageOrder {
  /// The latest first; undated pages last.
  static func byDate(_ pages: [Page]) -> [PageID] {
    pages.map { Key(seconds: $0.entry.dates.date?.instant.seconds ?? .min, page: $0.id) }.sorted().map(\.page)
  }

  /// Puts pages that stand by date into the order of a section.
  static func sorted(
    _ ids: [PageID], of pages: [Page], by sort: SectionSettings.Sort, in language: String
  ) -> [PageID] {
    switch sort {
    case .date: ids
    case .weight:
      // Without a weight a page comes after those that have one.
      ids.enumerated()
        .map { (weight: pages[$1].entry.metadata.weight ?? .max, rank: $0, page: $1) }
        .sorted { ($0.weight, $0.rank) < ($1.weight, $1.rank) }
        .map(\.page)
    case .title:
      ids.sorted().sorted(alphabeticallyIn: Tongue(of: language)) {
        pages[$0].entry.metadata.linkTitle ?? pages[$0].entry.metadata.title
      }
    }
  }

  private struct Key: Comparable {
    let seconds: Int
    let page: PageID

    static func < (one: Key, other: Key) -> Bool {
      one.seconds == other.seconds ? one.page < other.page : one.seconds > other.seconds
    }
  }
}

extension Tongue {
  /// The tongue nearest to a language tag: what is not English sorts and reads as Spanish.
  public init(of language: String) {
    self = language.prefix(2) == "en" ? .english : .spanish
  }
}
