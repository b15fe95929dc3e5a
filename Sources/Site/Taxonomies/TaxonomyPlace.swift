import Bytes
import Language
import Nodes

/// A taxonomy of the site: how front matters call it, and where its pages live.
public struct TaxonomyPlace: Sendable {
  /// The key of the front matter: `tags`.
  public let name: String
  public let title: String?
  /// The only terms there may be; any when empty.
  public let allowed: [String]
  /// Other spellings, each with the preferred one.
  public let aliases: [(other: String, preferred: String)]
  /// How many pages a term's list shows at once.
  let listSize: Int
  /// The folder named in `site.yaml`.
  private let path: String?
  private let siteLanguage: String

  /// The taxonomies that every site has.
  static let usual = ["tags", "categories", "series", "authors"]

  init(name: String, settings: TaxonomySettings?, siteLanguage: String) {
    self.name = name
    self.siteLanguage = siteLanguage
    title = settings?.title
    allowed = settings?.allowed ?? []
    aliases = settings?.aliases.rows.map { ($0.key, $0.value) } ?? []
    path = settings?.path
    listSize = settings?.paginate ?? TaxonomySettings.usualListSize
  }

  /// The folder of its pages: as configured for the site's own language, else the usual word of the language.
  public func folder(in language: String) -> String {
    if let path, language == siteLanguage {
      let parts = path.split(separator: "/").map { slug(of: String($0)) }.filter { !$0.isEmpty }
      if !parts.isEmpty { return parts.joined(separator: "/") }
    }
    let isSpanish = language.prefix(2) == "es"
    switch name {
    case "tags": return isSpanish ? "etiquetas" : "tags"
    case "categories": return isSpanish ? "categorias" : "categories"
    case "authors": return isSpanish ? "autores" : "authors"
    default: return slug(of: name)
    }
  }

  /// The preferred spelling that an alias leads to in the end, or the circle that it leads into: by other aliases, and by
  /// the levels above them, because `iac` cannot be another word for `iac/terraform`.
  func end(ofAlias name: String) -> (spelling: String, circle: [String]?) {
    let start = TermName(name).key
    var way = [name]
    var met: Set<Digest> = []
    var end: String?
    while let last = way.last.map(TermName.init) {
      // A circle further on is told by those in it.
      guard met.insert(last.key).inserted else { break }
      if let next = aliases.first(where: { TermName($0.other).key == last.key }) {
        way.append(next.preferred)
      } else if let above = last.above {
        end = end ?? last.spelling
        way.append(above.spelling)
      } else {
        break
      }
      if way.last.map({ TermName($0).key }) == start { return (name, way) }
    }
    return (end ?? way.last ?? name, nil)
  }

  /// The folders under `content/` in which terms may describe themselves.
  func describingFolders(in language: String) -> [String] { [folder(in: language), name] }
}
