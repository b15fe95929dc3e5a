import Diagnostics
import Language
import Markdown
import Templates

/// The shortcodes that a site knows: templates of its own, of its theme and of the program, found in this order.
public struct Shortcodes: Sendable {
  /// Where templates lie.
  static let folder = "shortcodes/"
  private static let ending = ".html"

  /// The names that have a template.
  let names: Set<String>
  private let environment: @Sendable (String) -> Environment
  private let inventory: InventoryAnswer?

  /// Tells what a shortcode about the homelab shows: the variables its template sees beside the usual ones.
  public typealias InventoryAnswer =
    @Sendable (ShortcodeRequest, inout Reads) throws(HostRefusal) -> [String: Value]

  /// Takes the names of all templates, such as `shortcodes/figure.html`, and those for pages of a language.
  ///
  /// `inventory` is what the homelab answers; a site without one has none.
  public init(
    templates: some Sequence<String>, inventory: InventoryAnswer? = nil,
    environment: @escaping @Sendable (String) -> Environment
  ) {
    names = Set(
      templates.filter { $0.hasPrefix(Self.folder) && $0.hasSuffix(Self.ending) }
        .map { String($0.dropFirst(Self.folder.utf8.count).dropLast(Self.ending.utf8.count)) })
    self.environment = environment
    self.inventory = inventory
  }

  /// The template of a shortcode, for pages of a language.
  func template(of name: String, in language: String, reads: inout Reads) throws(Mistake) -> Template {
    reads.record(key(of: name))
    return try environment(language).template(named: Self.folder + name + Self.ending)
  }

  /// The key of a shortcode's template, whether it is there or not.
  func key(of name: String) -> UInt64 { Template.key(of: Self.folder + name + Self.ending) }

  /// What the homelab says to a shortcode; nil for one that does not ask it.
  func answer(
    to request: ShortcodeRequest, reads: inout Reads
  ) throws(ShortcodeFinding) -> [String: Value]? {
    guard Self.aboutInventory.contains(request.name) else { return nil }
    guard let inventory else { throw .noInventory(request.name) }
    do throws(HostRefusal) {
      return try inventory(request, &reads)
    } catch {
      throw .refused(error)
    }
  }

  /// Shortcodes whose data come from the inventory.
  static let aboutInventory: Set<String> = [
    "apps", "cloud", "cluster", "clusters", "compare", "components", "drift", "fact", "guests", "host",
    "hosts",
    "networks", "nodes", "outage", "platforms", "repos", "roadmap", "sites", "topology", "totals",
  ]
}

/// One use of a shortcode, as those see it who answer it.
public struct ShortcodeRequest: Sendable {
  public let name: String
  public let positional: [String]
  public let named: [(name: String, value: String)]
  /// The page that it stands in.
  public let home: Home
}

/// What templates of shortcodes see of the page and the site.
public struct ShortcodeSurroundings: Sendable {
  public let page: Value
  public let site: Value

  public init(page: Value = .none, site: Value = .none) {
    self.page = page
    self.site = site
  }
}
