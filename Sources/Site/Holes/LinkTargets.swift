import Bytes
import Diagnostics
import Language
import Markdown
import Templates

/// Everything that a link of the site may lead to, found by whatever way authors spell it.
///
///     talos.md   ../x/index.md   @/blog/x.md   /blog/x.md     a page by its file
///     /blog/x/   ./   ../otro/   /Blog/Clúster                a page by its address
///     rack.jpg   /img/rack.jpg   ../../static/img/rack.jpg    a file
///
/// A pure function of the assembled site; made once, asked by all workers.
public struct LinkTargets: Sendable {
  private(set) var assembly: Assembly
  let base: BaseURL
  /// Pages, sections and withheld pages by file: `blog/talos`, `blog/talos/` of a bundle, in each language.
  let byFile: [Digest: Owner]
  /// Files by their address and by their path from the root of the site.
  let files: [Digest: Int]
  /// The addresses that withheld pages would have.
  let withheldURLs: [String]
  let withheldByURL: [String: Int]
  /// The last parts of all paths that something may be found by.
  let names: LinkNames
  /// What was meant by links that lead nowhere, as far as somebody has asked.
  let guesses = GuessBook()
  /// Addresses that are answered without a route, such as `/sitemap.xml`.
  private let others: Set<String>

  /// What a content file becomes.
  enum Owner: Sendable, Hashable {
    case page(PageID)
    case section(Int)
    case withheld(Int)
  }

  /// Collects what there is; `others` are addresses that are written beside those of the routes.
  public init(_ assembly: Assembly, base: BaseURL, others: [String] = Self.machineAddresses) {
    self.assembly = assembly
    self.base = base
    self.others = Set(others)
    byFile = Self.owners(in: assembly)
    var files: [Digest: Int] = [:]
    for (number, route) in assembly.routes.routes.enumerated() {
      guard case .file(let source) = route.output else { continue }
      files[LinkPath.key(route.url)] = number
      files[LinkPath.key(source)] = number
    }
    self.files = files
    withheldURLs = Self.withheldURLs(in: assembly)
    names = LinkNames(assembly, withheld: withheldURLs, others: others)
    withheldByURL = Dictionary(
      withheldURLs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same places of a site whose pages say something else; see `ContentTree.saying`.
  func within(_ assembly: Assembly) -> LinkTargets {
    var targets = self
    targets.assembly = assembly
    return targets
  }

  /// What every site answers for machines.
  public static let machineAddresses = [
    "/sitemap.xml", "/robots.txt", "/404.html", "/inventory.json", "/_headers", "/_redirects",
  ]
}

extension LinkTargets {
  private static func owners(in assembly: Assembly) -> [Digest: Owner] {
    let tree = assembly.tree
    var owners: [Digest: Owner] = [:]
    owners.reserveCapacity(tree.pages.count + tree.sections.count + tree.withheld.count)
    for (number, page) in tree.withheld.enumerated() {
      let language = page.entry.language(default: assembly.settings.language)
      owners[key(of: page.entry.file, in: language)] = .withheld(number)
    }
    for page in tree.pages { owners[key(of: page.entry.file, in: page.language)] = .page(page.id) }
    for (number, section) in tree.sections.enumerated() {
      owners[LinkPath.key(section.path, in: section.language)] = .section(number)
    }
    return owners
  }

  private static func key(of file: ContentFile, in language: String) -> Digest {
    LinkPath.key(file.folder.isEmpty ? file.name : "\(file.folder)/\(file.name)", in: language)
  }

  private static func withheldURLs(in assembly: Assembly) -> [String] {
    var addresses = Addresses(assembly.settings)
    return assembly.tree.withheld.map { page in
      let language = page.entry.language(default: assembly.settings.language)
      guard page.entry.file.role == .section else { return addresses.url(of: page.entry, in: language).path }
      return addresses.url(ofSection: page.entry.file.ownFolder ?? "", index: page.entry, in: language).path
    }
  }
}

extension LinkTargets {
  /// Whether anything of the site may be found by a path; most that lead nowhere are told by their last part alone.
  func mayHold(_ path: String, reads: inout Reads) -> Bool { names.mayHold(path, reads: &reads) }

  /// What answers at an address, spelt as it is.
  func route(at url: String, _ reads: inout Reads) -> Route? {
    reads.record(FactKey.route(RouteTable.withoutIndex(url)))
    return assembly.routes.route(at: url)
  }

  /// The file that an address or a path from the root of the site names, whatever its case and accents.
  func fileRoute(_ path: String, _ reads: inout Reads) -> Route? {
    let key = LinkPath.key(path)
    reads.record(FactKey.file(key))
    return files[key].map { assembly.routes.routes[$0] }
  }

  /// What a file below `content/`, without its ending, becomes in a language.
  func owner(ofFile path: String, in language: String, _ reads: inout Reads) -> Owner? {
    let key = LinkPath.key(path, in: language)
    reads.record(FactKey.owner(key))
    return byFile[key]
  }

  func withheld(at url: String, _ reads: inout Reads) -> Int? {
    reads.record(FactKey.withheld(url))
    return withheldByURL[url]
  }

  /// The address that a withheld page would have, and why it has none.
  func withheld(_ number: Int) -> (url: String, reason: Selection.Reason) {
    (withheldURLs[number], assembly.tree.withheld[number].reason)
  }

  func isAnswered(_ url: String) -> Bool { others.contains(url) }
}
