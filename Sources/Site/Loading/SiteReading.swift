import Diagnostics
import Disk
import Frontmatter
import Inventory
import Language
import Markdown
import Nodes
import Themes
import Workers

/// The reading of a site, step by step, with what is wrong so far.
struct SiteReading: Sendable {
  let folder: SiteFolder
  let request: SiteBuild.Request
  let environmentName: String
  let environment: EnvironmentSettings?
  let settings: ContentSettings
  let listing: SiteListing
  let grammars: SiteGrammars
  let inventory: SiteInventory
  /// What is wrong beside what single texts say.
  private(set) var report: Report
  /// Of all that decides how texts are read.
  let digest: UInt64
  /// How texts were read; set when they are.
  private(set) var reader: ContentReader
  /// Which commit git told of when the texts were read; empty where nobody asked.
  private(set) var commit = ""
  /// What is wrong with templates that pages and settings name.
  private(set) var layoutFaults: [Fault] = []
  /// Which files may hold what looks like a secret.
  private let allowed: Set<String>

  /// Reads all but the content; throws what is wrong with `site.yaml`, without which nothing can be understood.
  init(
    _ request: SiteBuild.Request, knowing knowledge: PublicationDraft.Knowledge,
    keepingTextsOn shelf: TextShelf?
  ) throws(Report) {
    let folder = try SiteFolder(at: request.source)
    self.folder = folder
    self.request = request
    environmentName = request.environment ?? "production"
    environment = folder.configuration.environments[environmentName]
    settings = ContentSettings(folder.configuration, zone: folder.zone, environment: environmentName)
    listing =
      knowledge.listing(of: folder) ?? SiteListing(of: folder, settings, seen: knowledge.sources)
    grammars = SiteGrammars(of: folder.root)
    inventory = SiteInventory(of: folder)
    allowed = inventory.declared.publish.allowedFiles
    digest = Self.digest(of: folder, settings)
    reader = ContentReader(
      root: listing.contentRoot, reading: ContentReading(settings, markdown: folder.configuration.markdown),
      grammars: grammars.grammars, shelf: shelf)
    report = folder.warnings
    report.add(contentsOf: listing.mistakes + grammars.mistakes + inventory.report.sorted)
    add(leaksIn: [folder.source])
    checkEnvironment()
  }

  /// An environment that was asked for by name must be there; production is always.
  private mutating func checkEnvironment() {
    guard let name = request.environment, name != "production", environment == nil else { return }
    let known = configuration.environments.rows.map(\.key)
    let finding = ConfigurationFinding.unknownEnvironment(
      name, meant: nearest(to: name, among: known + ["production"]), known: known)
    report.add(Mistake(finding, path: SiteFolder.configurationName, place: nil))
  }

  var configuration: Configuration { folder.configuration }

  var lastLook: LastLook {
    let context = PullContext(
      root: folder.root, environment: request.variables, now: request.now, allowsExec: false)
    let credentials = inventory.settings.credentials(in: context) + request.credentials
    return LastLook(
      known: KnownSecrets(
        environment: request.variables, credentials: credentials, publish: inventory.declared.publish),
      dependsOnSources: !credentials.isEmpty)
  }

  /// Warns of what looks like a secret in texts of the author's that are no pages.
  private mutating func add(leaksIn sources: [Source]) {
    for source in sources where !allowed.contains(folder.shown(source.path)) {
      report.add(contentsOf: LeakScanner.author.findings(inAuthors: source).sorted)
    }
  }

  mutating func content(knowing knowledge: PublicationDraft.Knowledge) throws -> LoadedContent {
    let known = known(knowledge)
    commit = knowledge.commitNow(of: folder.root, isKept: reader.shelf != nil)
    // With the same commit at hand git says of known files what it said before.
    let isHistoryKnown =
      known != nil && knowledge.commitThen == commit && commit.hasPrefix("false")
      && listing.pages.allSatisfy { known?.holds($0.path) == true }
    var reading = ContentReading(
      settings, markdown: configuration.markdown,
      history: isHistoryKnown ? [:] : folder.known(history().files))
    if isHistoryKnown, let known { reading.know(known, listing.pages) }
    reader.reading = reading
    let content = try LoadedContent(listing, with: reader, workers: request.workers, known: known)
    report.add(contentsOf: content.others)
    return content
  }

  /// What was known before of the content, if texts are still read as they were then.
  private func known(_ knowledge: PublicationDraft.Knowledge) -> KnownContent? {
    let prefix = folder.keepsContentAtRoot ? "" : "\(SiteListing.contentFolder)/"
    switch knowledge {
    case .build(let state, let look):
      guard let state, state.ending.reading == digest else { return nil }
      let belief: KnownContent.Belief =
        request.trustsStamps
        ? .these(look.sources.unchanged(since: state.sources, below: prefix)) : .none
      return KnownContent(texts: .kept(state.texts), belief: belief, prefix: prefix)
    case .reading(let draft, let changed):
      guard draft.digest == digest, draft.folder.keepsContentAtRoot == folder.keepsContentAtRoot else {
        return nil
      }
      let files = Dictionary(
        draft.files.map { ($0.entry.file.path, $0) }, uniquingKeysWith: { one, _ in one })
      return KnownContent(
        texts: .read(files), belief: changed.map { .allBut(ChangedPaths($0)) } ?? .none, prefix: prefix)
    case .nothing: return nil
    }
  }

  /// All that is wrong, with what single texts say; what an author allows is not told.
  func report(with mistakes: [Mistake]) -> Report {
    var report = report
    report.add(
      contentsOf: mistakes.filter {
        !($0.finding.code.hasPrefix(PublishFinding.leakPrefix) && allowed.contains(folder.shown($0.path)))
      })
    return report
  }

  /// What git knows of the files. Where it cannot be believed the author is told.
  private mutating func history() -> GitHistory {
    switch Git.history(of: folder.root.text) {
    case .history(let history):
      if history.isShallow { tell(.shallowHistory) }
      return history
    case .nothing: return .none
    case .refusal(let reason):
      tell(.unreadableHistory(reason: reason))
      return .none
    }
  }

  private mutating func tell(_ finding: ContentFinding) {
    report.add(Mistake(finding, path: SiteListing.contentFolder, place: nil))
  }

  mutating func publication(
    of content: LoadedContent, with mistakes: [Mistake], asked: Asked
  ) throws -> Publication? {
    let tree = ContentTree(
      of: content.files.map(\.entry), resources: listing.resources, defaults: content.defaults,
      settings: settings, selection: selection)
    let indexes = request.workers.later { [settings, request] in
      TermIndex.all(of: tree, settings: settings, workers: request.workers)
    }
    let setting = setting(languages: tree.languages)
    layoutFaults = LayoutCheck(tree: tree, configuration: configuration, files: setting.theme.files).faults
    let orders = request.workers.later { Orders(of: tree, indexes.value) }
    defer { _ = orders.begun }
    let assembly = Assembly(
      tree, indexes: indexes.value, files: listing.routed, assets: setting.assets.map { "/\($0.asset.file)" },
      inventory: setting.homelab?.pages ?? [], configuration, settings: settings)
    let targets = request.workers.later { LinkTargets(assembly, base: setting.base) }
    defer { _ = targets.begun }
    report.add(
      contentsOf: (assembly.faults + layoutFaults).map { fault in fault.mistake(reading: folder.source) })
    guard !report(with: mistakes).fails(strict: request.strict) else { return nil }
    let pictures = try PictureSizes(
      of: assembly.routes.pictures, in: folder, workers: request.workers)
    let publication = Publication(
      of: content.files, assembly, orders.value, targets, pictures: pictures, in: setting, asked: asked)
    let refusals = publication.homelab.sorted { $0.key < $1.key }.flatMap(\.value.refusals)
    report.add(
      contentsOf: refusals.map {
        Mistake(ShortcodeFinding.refused($0), path: InventoryFolder.name, place: nil)
      })
    return publication
  }

  private var selection: Selection {
    Selection(
      now: request.now, includesDrafts: request.drafts || environment?.drafts == true,
      includesFuture: request.future || environment?.future == true)
  }

  private mutating func setting(languages: [String]) -> PublicationSetting {
    let theme = SiteTheme(of: folder.root, theme: configuration.theme.name, languages: languages)
    report.add(contentsOf: theme.mistakes)
    var setting = PublicationSetting(
      configuration, base: request.baseURL ?? environment?.baseURL, zone: folder.zone, now: request.now,
      theme: theme)
    let data = SiteData(of: folder.root)
    report.add(contentsOf: data.mistakes)
    add(leaksIn: data.sources)
    setting.data = data.value
    let assets = SiteAssets(of: folder.root)
    report.add(contentsOf: assets.mistakes)
    setting.assets += assets.assets
    setting.environment = environmentName
    setting.isHidden = environment?.noIndex ?? false
    setting.grammars = grammars.grammars
    setting.homelab = homelab()
    setting.inventory = digest(of: setting.homelab)
    setting.reading = digest
    return setting
  }

  /// The homelab with its snapshots; nil for a site that declares none.
  private mutating func homelab() -> Homelab? {
    guard !inventory.files.isEmpty else { return nil }
    let (homelab, unread) = inventory.homelab(at: request.now)
    report.add(contentsOf: unread.sorted)
    return homelab
  }
}

extension PublicationDraft.Knowledge {
  /// The listing that is known, where nothing came or went: only texts changed that are still there.
  fileprivate func listing(of folder: SiteFolder) -> SiteListing? {
    guard case .reading(let draft, let changed?) = self, !folder.keepsContentAtRoot else { return nil }
    let known = Set(draft.files.map { "\(SiteListing.contentFolder)/\($0.entry.file.path)" })
    let isWhole = changed.allSatisfy { known.contains($0) && File.isFile(folder.root.appending($0)) }
    return isWhole ? draft.reading.listing : nil
  }

  /// The commit that git told of when this became known.
  fileprivate var commitThen: String? {
    switch self {
    case .build(let state, _): state?.ending.history
    case .reading(let draft, _): draft.reading.commit
    case .nothing: nil
    }
  }

  /// The commit of now; empty where nobody will want to know.
  fileprivate func commitNow(of root: Path, isKept: Bool) -> String {
    if case .build(_, let look) = self { return look.history }
    return isKept ? Git.state(of: root.text) : ""
  }
}

extension SiteFolder {
  /// What git says of files, by the paths that content is known by.
  fileprivate func known(_ history: [String: FileHistory]) -> [String: FileHistory] {
    guard keepsContentAtRoot else { return history }
    return Dictionary(uniqueKeysWithValues: history.map { ("\(SiteListing.contentFolder)/\($0)", $1) })
  }

  /// The text of a file that a mistake points into, read once more; nil for one that cannot be read.
  func source(_ path: String) -> Source? {
    do throws(Mistake) { return try TextFile(reading: place(of: path), as: path).source } catch {
      return nil
    }
  }
}

extension RouteTable {
  /// The files of the site that are pictures by their names.
  var pictures: [String] {
    routes.compactMap { route in
      guard case .file(let source) = route.output else { return nil }
      return Self.pictureEndings.contains { source.lowercased().hasSuffix($0) } ? source : nil
    }
  }

  private static let pictureEndings = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".heic", ".bmp",
  ]
}
