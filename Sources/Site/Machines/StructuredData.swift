import Bytes
import Language

/// What a page tells search engines about itself, in the words of schema.org, as JSON-LD.
///
/// The bytes stand in a `<script type="application/ld+json">` as they are: `<` is escaped in them.
public enum StructuredData {
  /// A page as the author and the reader see it; all addresses are absolute.
  public struct Work: Sendable {
    /// What kind of work a page is.
    public enum Kind: String, Sendable {
      case posting = "BlogPosting"
      case project = "CreativeWork"
    }

    public let kind: Kind
    public let title: String
    public let description: String?
    public let url: String
    public let image: String?
    public let language: String
    public let published: ZonedMoment?
    public let modified: ZonedMoment?
    public let authors: [Person]
    public let keywords: [String]
    public let words: Int

    public init(
      _ kind: Kind, title: String, description: String? = nil, url: String, image: String? = nil,
      language: String, published: ZonedMoment? = nil, modified: ZonedMoment? = nil, authors: [Person] = [],
      keywords: [String] = [], words: Int = 0
    ) {
      self.kind = kind
      self.title = title
      self.description = description
      self.url = url
      self.image = image
      self.language = language
      self.published = published
      self.modified = modified
      self.authors = authors
      self.keywords = keywords
      self.words = words
    }
  }

  /// Appends a post or a project.
  public static func write(_ work: Work, into out: inout OutputBuffer) {
    write(work.kind.rawValue, into: &out) { json in
      json.member(work.kind == .posting ? "headline" : "name", work.title)
      json.member("description", work.description)
      json.member("url", work.url)
      json.member("mainEntityOfPage", work.url)
      json.member("image", work.image)
      json.member("inLanguage", work.language)
      json.member("datePublished", date: work.published)
      json.member("dateModified", date: work.modified)
      if !work.authors.isEmpty { json.member("author", objects: work.authors) { members(of: $0, into: &$1) } }
      json.member("keywords", work.keywords)
      if work.words > 0 { json.member("wordCount", number: work.words) }
    }
  }

  /// Appends the way from the home page to a page.
  public static func write(breadcrumbs: [(name: String, url: String)], into out: inout OutputBuffer) {
    write("BreadcrumbList", into: &out) { json in
      json.member("itemListElement", objects: Array(breadcrumbs.enumerated())) { crumb, json in
        members(ofCrumb: crumb.element, at: crumb.offset + 1, into: &json)
      }
    }
  }

  /// The way from the home page to a section, written once: the ways to all of its pages begin with it.
  public struct Trail: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate let count: Int

    public init(_ crumbs: [(name: String, url: String)]) {
      count = crumbs.count
      var out = OutputBuffer(capacity: 1024)
      StructuredData.write(breadcrumbs: crumbs, into: &out)
      out.write(into: &bytes)
      bytes.removeLast(Self.end.utf8CodeUnitCount)
    }

    fileprivate static let end: StaticString = "]}"
  }

  /// Appends the way from the home page to a page, which begins with the way to its section.
  public static func write(_ trail: Trail, to page: (name: String, url: String), into out: inout OutputBuffer)
  {
    out.append(contentsOf: trail.bytes)
    out.element { members(ofCrumb: page, at: trail.count + 1, into: &$0) }
    out.append(Trail.end)
  }

  /// Appends who the author is, with the other places that speak of the same person.
  public static func write(
    _ person: Person, description: String, image: String?, sameAs: [String], into out: inout OutputBuffer
  ) {
    write("Person", into: &out) { json in
      json.member("name", person.name)
      json.member("url", person.url)
      json.member("email", person.email)
      json.member("description", description)
      json.member("image", image)
      json.member("sameAs", sameAs)
    }
  }
}

extension StructuredData {
  private static func write(
    _ type: String, into out: inout OutputBuffer, _ members: (inout OutputBuffer) -> Void
  ) {
    out.object { json in
      json.member("@context", "https://schema.org")
      json.member("@type", type)
      members(&json)
    }
  }

  private static func members(
    ofCrumb crumb: (name: String, url: String), at position: Int, into json: inout OutputBuffer
  ) {
    json.member("@type", "ListItem")
    json.member("position", number: position)
    json.member("name", crumb.name)
    json.member("item", crumb.url)
  }

  private static func members(of person: Person, into json: inout OutputBuffer) {
    json.member("@type", "Person")
    json.member("name", person.name)
    json.member("url", person.url)
  }
}
