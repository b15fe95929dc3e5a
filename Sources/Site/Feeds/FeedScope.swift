/// What a feed tells about; the numbers point into the content tree and the indexes of terms.
public enum FeedScope: Sendable, Hashable {
  /// A section with all sections below it; the root stands for the whole site.
  case section(Int)
  case term(index: Int, term: Int)
}

/// The languages that feeds are written in.
public enum FeedFormat: Sendable, Hashable, CaseIterable {
  case atom, rss, json

  /// The name of the file beside the list.
  public var fileName: String {
    switch self {
    case .atom: "feed.xml"
    case .rss: "rss.xml"
    case .json: "feed.json"
    }
  }

  /// What a page's `<link rel="alternate">` calls it.
  public var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .rss: "application/rss+xml"
    case .json: "application/feed+json"
    }
  }
}
