import Language

/// What a feed says, whatever format it is written in; all addresses are absolute.
///
///     var out: [UInt8] = []
///     feed.write(.atom, into: &out)
public struct Feed: Sendable {
  public let title: String
  public let description: String
  public let language: String
  /// The page that the feed belongs to.
  public let url: String
  /// The feed itself.
  public let feedURL: String
  public let author: Person?
  /// When the latest of its entries changed; a feed without entries has the epoch, which no reader takes for news.
  public let updated: ZonedMoment
  public let entries: [FeedEntry]

  public init(
    title: String, description: String, language: String, url: String, feedURL: String, author: Person? = nil,
    entries: [FeedEntry]
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.url = url
    self.feedURL = feedURL
    self.author = author
    self.entries = entries
    updated =
      entries.map(\.updated).max { $0.instant < $1.instant } ?? ZonedMoment(Instant(seconds: 0), offset: .utc)
  }

  /// Writes the feed.
  public func write(_ format: FeedFormat, into out: inout [UInt8]) {
    switch format {
    case .atom: writeAtom(into: &out)
    case .rss: writeRSS(into: &out)
    case .json: writeJSON(into: &out)
    }
  }
}

/// One page in a feed.
public struct FeedEntry: Sendable {
  public let title: String
  /// Absolute; also the entry's identity.
  public let url: String
  public let published: ZonedMoment
  public let updated: ZonedMoment
  /// Plain text.
  public let summary: String?
  /// HTML with absolute addresses; nil when the feed holds summaries only.
  public let content: [UInt8]?
  public let authors: [Person]
  public let tags: [String]

  public init(
    title: String, url: String, published: ZonedMoment, updated: ZonedMoment, summary: String? = nil,
    content: [UInt8]? = nil, authors: [Person] = [], tags: [String] = []
  ) {
    self.title = title
    self.url = url
    self.published = published
    self.updated = updated
    self.summary = summary
    self.content = content
    self.authors = authors
    self.tags = tags
  }
}

/// Somebody who wrote something.
public struct Person: Sendable, Hashable {
  public let name: String
  public let url: String?
  public let email: String?

  public init(name: String, url: String? = nil, email: String? = nil) {
    self.name = name
    self.url = url
    self.email = email
  }
}
