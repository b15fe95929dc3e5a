import Diagnostics
import Frontmatter
import Language
import Markdown
import Nodes
import Templates
import Themes
import Workers

/// A site ready to be rendered: everything that any of its outputs may look at, and nothing that changes.
///
///     let publication = Publication(of: files, assembly, pictures: sizes, in: setting)
///     for route in publication.outputs { try publication.render(route, with: &worker) }
///
/// Rendering reads nothing else: no disk, no clock. Outputs can be rendered in any order and by any number of workers.
public final class Publication: Sendable {
  public let assembly: Assembly
  public let setting: PublicationSetting
  /// Fills the holes of articles.
  public let filler: Filler
  /// The texts of the pages, by the page's number.
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
  /// The homelab by the language of its words; empty for a site that declares none.
  let homelab: [String: HomelabView]
  let homelabAnswers: HomelabAnswers
  /// The feeds that each section has.
  let sectionFormats: [[FeedFormat]]
  let keys: SubjectKeys
  private let sheets: SubjectSheets
  /// What templates have asked so far.
  let questions: AskedQuestions
  private let sharing = LazyReference<SharedValues>()

  /// Prepares a site; `pictures` are the sizes of all pictures that it shows.
  public convenience init(
    of files: [LoadedFile], _ assembly: Assembly, pictures: PictureSizes = PictureSizes(),
    in setting: PublicationSetting
  ) {
    self.init(of: files, assembly, pictures: pictures, in: setting, asked: Asked())
  }

  /// Prepares a site of whose outputs it is known what their templates `asked` when they were last rendered.
  init(
    of files: [LoadedFile], _ assembly: Assembly, pictures: PictureSizes, in setting: PublicationSetting,
    asked: Asked
  ) {
    let tree = assembly.tree
    let byPath = Dictionary(files.map { ($0.entry.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    let texts = tree.pages.map { byPath[$0.entry.file.path] }
    let article = { @Sendable (page: PageID) in texts[page]?.article }
    let targets = LinkTargets(assembly, base: setting.base)
    let looked = HomelabQuestions(asked.ofHomelab)
    let homelab = HomelabView.all(setting, assembly, looked)
    // Templates may show Markdown, and Markdown shortcodes, which are templates: here the circle ends.
    let plainFiller = Filler(targets, pictures: pictures, article: article)
    let catalogue = TemplateCatalogue(
      setting,
      functions: tree.languages.map {
        HostFunctions(language: $0, setting: setting, filler: plainFiller, homelab: homelab[$0])
      })
    homelabAnswers = HomelabAnswers(views: homelab, pages: tree.pages, questions: looked)
    let shortcodes = Shortcodes(
      templates: setting.theme.files.templateNames, inventory: homelabAnswers.function
    ) { catalogue.environment(for: $0) }
    self.homelab = homelab
    self.assembly = assembly
    self.setting = setting
    self.catalogue = catalogue
    filler = Filler(targets, pictures: pictures, shortcodes: shortcodes, article: article)
    self.files = texts
    describing = byPath.filter { $0.value.entry.file.role == .section }
    neighbours = Neighbours.all(in: tree)
    var translations: [PageID: [PageID]] = [:]
    for group in tree.translations() { for page in group { translations[page] = group } }
    self.translations = translations
    lists = tree.sections.indices.map { SectionList(of: $0, in: tree) }
    related = Related(tree, assembly.indexes)
    alphabets = assembly.indexes.map { $0.alphabetical() }
    keys = SubjectKeys(assembly)
    sheets = SubjectSheets(assembly)
    questions = AskedQuestions(asked.ofPages)
    sectionFormats = tree.sections.map { section in
      FeedFormat.allCases.filter { assembly.routes.route(at: section.url + $0.fileName) != nil }
    }
  }

  /// What pages share; whoever asks first makes it, and two who do at once make the same.
  var shared: SharedValues { sharing.load() ?? sharing.storeIfNil(SharedValues(self)) }

  /// What any output may say of a subject.
  func sheet(of subject: Subject) -> SubjectSheet { sheets.sheet(of: subject, in: self) }

  var tree: ContentTree { assembly.tree }
  var configuration: Configuration { setting.configuration }
  var base: BaseURL { setting.base }

  /// What is rendered rather than copied, in the order of the routes.
  public var outputs: [Route] {
    assembly.routes.routes.filter { if case .file = $0.output { false } else { true } }
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
