/// What a link leads to.
struct Landing: Sendable, Hashable {
  /// The address, from the site's root.
  let url: String
  /// The file that answers there, from the root of the site; nil for pages and lists.
  var file: String?
  /// The page that answers there.
  var page: PageID?
}

/// What came of looking for a destination.
enum Search: Sendable, Hashable {
  case found(Landing)
  /// The page is there, but not built.
  case withheld(Int)
  case lost
}
