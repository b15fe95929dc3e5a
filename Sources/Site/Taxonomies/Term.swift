/// One term of a taxonomy with the pages that are filed under it.
public struct Term: Sendable {
  /// The preferred spelling, whole: `Redes/BGP`.
  public internal(set) var name: String
  public let slug: String
  public let url: String
  /// All pages under it and under the terms below it, each once, the latest first.
  public internal(set) var pages: [PageID]
  /// The term above, of `a/b`.
  public let parent: Int?
  public internal(set) var children: [Int]
  /// What the term's own `_index.md` says of it.
  public let entry: Entry?

  /// The last part of a hierarchical name.
  public var shortName: String {
    parent == nil ? name : name.split(separator: "/").last.map(String.init) ?? name
  }
}
