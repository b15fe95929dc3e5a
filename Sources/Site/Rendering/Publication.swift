import Bytes
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
  /// Whether the pages of each section are projects.
  let holdsProjects: [Bool]
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
    self.init(
      of: files, assembly, Orders(of: assembly.tree, assembly.indexes),
      Later(atOnce: false) { LinkTargets(assembly, base: setting.base) }, pictures: pictures, in: setting,
      asked: Asked())
  }

  /// Prepares a site of whose outputs it is known what their templates `asked` when they were last rendered.
  init(
    of files: [LoadedFile], _ assembly: Assembly, _ orders: Orders, _ targets: Later<LinkTargets>,
    pictures: PictureSizes, in setting: PublicationSetting, asked: Asked
  ) {
    let tree = assembly.tree
    var numbers = DigestTable(capacity: files.count)
    for (number, file) in files.enumerated() { numbers[file.entry.file.path] = number }
    self.files = tree.pages.map { numbers[$0.entry.file.path].map { files[$0] } }
    let sections = files.lazy.filter { $0.entry.file.role == .section }
    describing = Dictionary(
      sections.map { ($0.entry.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    let looked = HomelabQuestions(asked.ofHomelab)
    homelab = HomelabView.all(setting, assembly, looked)
    homelabAnswers = HomelabAnswers(views: homelab, pages: tree.pages, questions: looked)
    keys = SubjectKeys(assembly)
    let tools = Tools(targets.value, pictures, self.files, setting, homelab, homelabAnswers)
    (catalogue, filler) = (tools.catalogue, tools.filler)
    self.assembly = assembly
    self.setting = setting
    (related, neighbours, translations) = (orders.related, orders.neighbours, orders.translations)
    (lists, alphabets) = (orders.lists, orders.alphabets)
    holdsProjects = Self.projectSections(of: tree)
    sheets = SubjectSheets(assembly)
    questions = AskedQuestions(asked.ofPages)
    sectionFormats = tree.sections.map { section in
      FeedFormat.allCases.filter { assembly.routes.route(at: section.url + $0.fileName) != nil }
    }
  }

  /// The same site with other settings for its pages' looks, and with some texts written anew, each of which stands
  /// where it stood; see `Entry.stands`.
  init(_ other: Publication, in setting: PublicationSetting, saying texts: [PageID: LoadedFile]) {
    let entries = texts.mapValues { other.tree.folders.filled($0.entry) }
    let renamed = entries.filter { $1.titleWords != other.tree.pages[$0].entry.titleWords }
    var files = other.files
    for (page, file) in texts { files[page] = file }
    self.files = files
    self.setting = setting
    assembly = other.assembly.saying(entries)
    (homelab, homelabAnswers) = (other.homelab, other.homelabAnswers)
    let tools = Tools(
      other.filler.targets.within(assembly), other.filler.pictures, files, setting, homelab, homelabAnswers)
    (catalogue, filler) = (tools.catalogue, tools.filler)
    related = other.related.within(assembly.tree, renamed: Array(renamed.keys))
    describing = other.describing
    neighbours = other.neighbours
    translations = other.translations
    lists = other.lists
    holdsProjects = other.holdsProjects
    alphabets = other.alphabets
    keys = other.keys
    sheets = SubjectSheets(assembly)
    questions = other.questions
    sectionFormats = other.sectionFormats
  }

  /// What fills texts and templates.
  private struct Tools {
    let catalogue: TemplateCatalogue
    let filler: Filler

    init(
      _ targets: LinkTargets, _ pictures: PictureSizes, _ texts: [LoadedFile?], _ setting: PublicationSetting,
      _ homelab: [String: HomelabView], _ answers: HomelabAnswers
    ) {
      let article = { @Sendable (page: PageID) in texts[page]?.article }
      // Templates may show Markdown, and Markdown shortcodes, which are templates: here the circle ends.
      let plainFiller = Filler(targets, pictures: pictures, article: article)
      let catalogue = TemplateCatalogue(
        setting,
        functions: targets.assembly.tree.languages.map {
          HostFunctions(language: $0, setting: setting, filler: plainFiller, homelab: homelab[$0])
        })
      let shortcodes = Shortcodes(
        templates: setting.theme.files.templateNames, inventory: answers.function
      ) { catalogue.environment(for: $0) }
      self.catalogue = catalogue
      filler = Filler(targets, pictures: pictures, shortcodes: shortcodes, article: article)
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
    assembly.routes.routes.filter { !$0.output.isFile }
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
