import Diagnostics
import Frontmatter
import Language
import Markdown
import Nodes
import Templates

/// A site ready to be rendered: everything that any of its outputs may look at, and nothing that changes.
///
///     let publication = Publication(of: content, assembly, in: setting)
///     for route in publication.outputs { try publication.render(route, with: &worker) }
///
/// Rendering reads nothing else: no disk, no clock. Outputs can be rendered in any order and by any number of workers.
public final class Publication: Sendable {
  public let assembly: Assembly
  public let setting: PublicationSetting
  /// The texts of the pages, by the page's number; nil where a page has none.
  let files: [LoadedFile?]
  /// The texts of sections and terms, by the path of their file.
  let describing: [String: LoadedFile]
  let neighbours: [Neighbours]
  let translations: [PageID: [PageID]]
  /// The list of each section, and the years of its archive.
  let lists: [SectionList]
  let related: Related
  let catalogue: TemplateCatalogue
  /// The terms of each index in the order of a dictionary.
  let alphabets: [[Int]]
  let sitemap: [(name: String, bytes: [UInt8])]

  public init(of files: [LoadedFile], _ assembly: Assembly, in setting: PublicationSetting) {
    self.assembly = assembly
    self.setting = setting
    let tree = assembly.tree
    let byPath = Dictionary(files.map { ($0.entry.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.files = tree.pages.map { byPath[$0.entry.file.path] }
    describing = byPath.filter { $0.value.entry.file.role == .section }
    neighbours = Neighbours.all(in: tree)
    var translations: [PageID: [PageID]] = [:]
    for group in tree.translations() { for page in group { translations[page] = group } }
    self.translations = translations
    lists = tree.sections.indices.map { SectionList(of: $0, in: tree) }
    related = Related(tree, assembly.indexes)
    catalogue = TemplateCatalogue(setting, languages: tree.languages)
    alphabets = assembly.indexes.map { $0.alphabetical() }
    sitemap = assembly.sitemap(at: setting.base).files(root: setting.base.absolute("/"))
  }

  var tree: ContentTree { assembly.tree }
  var configuration: Configuration { setting.configuration }
  var base: BaseURL { setting.base }

  /// What is rendered rather than copied, in the order of the routes.
  public var outputs: [Route] {
    assembly.routes.routes.filter { if case .file = $0.output { false } else { true } }
  }
}

/// What a publication is told beside its content: the configuration, the environment, the theme, and the present.
public struct PublicationSetting: Sendable {
  public let configuration: Configuration
  /// Where this environment is published.
  public let base: BaseURL
  public let zone: Zone
  /// `production`, unless another was asked for.
  public let environment: String
  /// Whether search engines are asked to stay away.
  public let isHidden: Bool
  public let now: Instant
  /// The files of `data/`, folders nested.
  public let data: Value
  /// The templates by their names, those of the site before those of the theme.
  public let templates: [String: [UInt8]]

  public init(
    _ configuration: Configuration, base: BaseURL? = nil, zone: Zone, environment: String = "production",
    isHidden: Bool = false, now: Instant, data: Value = .map(Map()), templates: [String: [UInt8]]
  ) {
    self.configuration = configuration
    self.base = base ?? configuration.baseURL
    self.zone = zone
    self.environment = environment
    self.isHidden = isHidden
    self.now = now
    self.data = data
    self.templates = templates
  }
}

/// The pages of a section with those below it, as its list shows them, and by year.
struct SectionList: Sendable {
  let pages: [PageID]
  let archive: Archive

  init(of section: Int, in tree: ContentTree) {
    let all = tree.allPages(of: section)
    pages = tree.pinnedFirst(all)
    archive = Archive(of: all, in: tree)
  }
}
