/// One page of the tree: an entry in its place.
public struct Page: Sendable {
  /// Where it stands in the tree's list of pages.
  public let id: PageID
  public let entry: Entry
  public let language: String
  /// The section it belongs to: the nearest above it.
  public let section: Int
  /// The address, from the site's root: `/blog/talos/`.
  public let url: String
  /// The bundle's own files, as paths below `content/`.
  public internal(set) var resources: [String]

  /// The same page with other words.
  func saying(_ entry: Entry) -> Page {
    Page(id: id, entry: entry, language: language, section: section, url: url, resources: resources)
  }
}

/// A page, as its place in the tree's list.
public typealias PageID = Int

/// A folder whose pages make a list: the root, a folder at the top, or one with an `_index.md`.
public struct Section: Sendable {
  /// The folder below `content/`; empty for the root.
  public let path: String
  public let language: String
  /// What its `_index.md` says.
  public let index: Entry?
  public let url: String
  /// The section around it; nil for the root.
  public let parent: Int?
  public internal(set) var children: [Int]
  /// The pages that stand in it and in no section below it, ordered as its list shows them.
  public internal(set) var pages: [PageID]
  /// Its files that belong to no bundle, as paths below `content/`.
  public internal(set) var resources: [String]
}
