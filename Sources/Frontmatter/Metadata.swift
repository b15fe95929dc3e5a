import Nodes

/// Everything that a content file says about its page, whatever system it was written for.
///
/// What was not said is nil or empty. Texts stand as the author wrote them; `origin(of:)` tells where each value comes
/// from. A field is changed only while it is read, inside this module.
public struct Metadata: Sendable {
  /// The key; else a plain first line, the first heading, or the file's name. Never empty unless the file has no name.
  public internal(set) var title = ""
  /// A shorter title for links and menus.
  public internal(set) var linkTitle: String?
  public internal(set) var description: String?
  public internal(set) var summary: String?

  /// The date that the page shows; nil when neither a key nor the file's name tells it.
  public internal(set) var date: PageDate?
  /// From when on the page appears; nil means its date.
  public internal(set) var publishDate: PageDate?
  public internal(set) var lastmod: PageDate?
  public internal(set) var expiryDate: PageDate?
  public internal(set) var isDraft = false

  /// The last part of the address.
  public internal(set) var slug: String?
  /// The whole address; wins over the slug.
  public internal(set) var url: String?
  /// Former addresses.
  public internal(set) var aliases: [String] = []
  /// The place among its siblings: light ones come first.
  public internal(set) var weight: Int?
  public internal(set) var type: String?
  public internal(set) var layout: String?
  public internal(set) var template: String?
  public internal(set) var language: String?
  public internal(set) var translationKey: String?

  public internal(set) var tags: [String] = []
  public internal(set) var categories: [String] = []
  public internal(set) var series: [String] = []
  /// The terms of other taxonomies, by the taxonomy's name.
  public internal(set) var taxonomies: [Taxonomy] = []
  public internal(set) var authors: [Author] = []

  public internal(set) var cover: Picture?
  /// All pictures that `images` lists; the first is the cover when nothing else is.
  public internal(set) var images: [Picture] = []

  public internal(set) var keywords: [String] = []
  public internal(set) var canonicalURL: String?
  /// What search engines are told, such as `noindex`.
  public internal(set) var robots: String?
  public internal(set) var sitemap = SitemapEntry()
  public internal(set) var search = SearchEntry()

  public internal(set) var isPinned = false
  /// Whether there is a table of contents; nil leaves it to the site.
  public internal(set) var toc: Bool?
  /// Whether comments are open; nil leaves it to the site.
  public internal(set) var comments: Bool?
  /// Minutes of reading, when the author counts them.
  public internal(set) var readTime: Int?
  /// Parts of the page that are not shown, such as `navigation`.
  public internal(set) var hide: [String] = []
  public internal(set) var icon: String?

  public internal(set) var links: Node?
  public internal(set) var menus: Node?
  public internal(set) var resources: Node?
  public internal(set) var outputs: [String] = []
  /// Defaults for the pages below this one, as they are written.
  public internal(set) var cascade: Node?
  /// All other keys, and those of `params` and `extra`, in the author's order.
  public internal(set) var params: [Node.Entry] = []

  /// Where the values come from, in the order in which they were read.
  public internal(set) var origins: [Origin] = []

  /// Tells where the value of a field comes from; nil when nothing said it.
  public func origin(of field: Field) -> Origin? {
    origins.first { $0.field == field }
  }

  init() {}
}
