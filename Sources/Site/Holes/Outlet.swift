/// Where a filled text will stand, which decides how its addresses are written.
public enum Outlet: Sendable, Hashable {
  /// On its own page.
  case page
  /// On another page, among others of its kind: ids are made unlike those of the page and of the others.
  case excerpt
  /// In a feed, far from the site: addresses are whole.
  case feed
}
