import Bytes
import Frontmatter
import Inventory

/// Every address that the site will answer, each with the one source that writes it.
///
/// Pages, sections, lists, terms and files claim addresses first, aliases after them, and the redirects that are only
/// derived from other systems' habits last: these give way silently, the others are told of a collision.
public struct RouteTable: Sendable {
  /// In the order of claiming.
  public private(set) var routes: [Route] = []
  public private(set) var faults: [Fault] = []
  /// The places of addresses in `routes`.
  private var numbers: DigestTable

  init(capacity: Int) {
    routes.reserveCapacity(capacity)
    numbers = DigestTable(capacity: capacity)
  }

  /// What answers at an address; nil when nothing does.
  public func route(at url: String) -> Route? { numbers[Self.withoutIndex(url)].map { routes[$0] } }

  /// The place in `routes` of what answers at an address; nil when nothing does.
  public func number(at url: String) -> Int? { numbers[Self.withoutIndex(url)] }

  /// Claims an address, unless it is taken.
  mutating func claim(_ url: String, for output: Output, source: Route.Owner) {
    if let other = insert(url, output, source) {
      faults.append(Fault(.taken(url: url, by: other.source), path: source.path))
    }
  }

  /// Takes an address that nothing else wants.
  mutating func offer(_ url: String, for output: Output, source: Route.Owner) {
    _ = insert(url, output, source)
  }

  /// Claims an old address of a page; one that the page has itself is no matter.
  mutating func claim(alias: String, to target: String, of entry: Entry) {
    guard alias != target, let other = insert(alias, .redirect(to: target), .file(entry.file.shownPath))
    else {
      return
    }
    switch other.output {
    case .redirect(let known):
      if known != target {
        faults.append(Fault(.taken(url: alias, by: other.source), in: entry, at: .aliases))
      }
    default: faults.append(Fault(.aliasOverPage(alias: alias, page: other.source), in: entry, at: .aliases))
    }
  }

  /// Redirects an address that another system would have given, where nothing else answers.
  mutating func redirect(_ url: String, to target: String, source: Route.Owner) {
    if url != target { _ = insert(url, .redirect(to: target), source) }
  }

  /// Adds a route; returns the one that has the address already.
  private mutating func insert(_ address: String, _ output: Output, _ owner: Route.Owner) -> Route? {
    let url = Self.withoutIndex(address)
    let key = Digest(of: url).value
    if let taken = numbers[key] { return routes[Int(taken)] }
    numbers[key] = UInt64(routes.count)
    routes.append(Route(url: url, output: output, owner: owner))
    return nil
  }
}

extension RouteTable {
  private static let index = "/index.html"

  /// A file `acerca/index.html` answers at `/acerca/`, as a page would.
  static func withoutIndex(_ url: String) -> String {
    url.utf8.last == UInt8(ascii: "l") && url.hasSuffix(index)
      ? String(url.dropLast(index.utf8.count - 1)) : url
  }
}

/// One address, what answers there, and who says so.
public struct Route: Sendable, Hashable {
  /// From the site's root: `/blog/talos/`, `/blog/feed.xml`.
  public let url: String
  public let output: Output
  public let owner: Owner

  /// Who says that something answers there.
  public enum Owner: Sendable, Hashable {
    /// A file, from the root of the site.
    case file(String)
    /// A folder under `content/`, by the address that it would have.
    case folder(String)
    case settings
    /// What is declared under `inventory/`.
    case inventory

    var path: String {
      switch self {
      case .file(let path): path
      case .folder(let url): "content\(url.dropLast())"
      case .settings: SiteFolder.configurationName
      case .inventory: InventoryFolder.name
      }
    }
  }

  /// The file or folder that the output comes from, from the root of the site.
  public var source: String { owner.path }

  /// The file below the output folder: `blog/talos/index.html`.
  public var file: String {
    var path = String(Substring(url.utf8.dropFirst()))
    if url.utf8.last == UInt8(ascii: "/") { path += "index.html" }
    return path
  }

  /// Whether the file is a page, by its name.
  var isHTML: Bool { url.utf8.last == UInt8(ascii: "/") || url.hasSuffix(".html") }

  /// Whether the file is a style sheet, by its name.
  var isStyleSheet: Bool { url.hasSuffix(".css") }
}

/// What answers at an address; numbers point into the content tree and the indexes of terms.
public enum Output: Sendable, Hashable {
  case page(PageID)
  /// A page of a section's list, counted from 1.
  case section(Int, page: Int)
  /// A section's pages of one year, or of all years.
  case archive(section: Int, year: Int?)
  case terms(index: Int)
  case term(index: Int, term: Int, page: Int)
  case feed(FeedScope, FeedFormat)
  /// A file to be copied, from the root of the site.
  case file(String)
  case redirect(to: String)
  /// What is shown where nothing answers.
  case notFound(language: String)
  /// A file of the sitemap, counted from 0.
  case sitemap(part: Int)
  case robots
  /// A page about the homelab, in a language.
  case inventory(InventoryPage, language: String)
  /// What of the homelab is published, for programs.
  case inventoryData
  /// A file of the theme or the site that is named by its content, by its place among the assets.
  case asset(Int)

  /// Whether it is a file of the site that is published as it is.
  public var isFile: Bool { if case .file = self { true } else { false } }
}
