import Bytes
import Diagnostics
import Disk
import Frontmatter
import Inventory
import Language
import Markdown
import Nodes
import Themes
import Workers

/// A site read from its folder and assembled, with all that is wrong with it; a publication, if nothing is.
public struct PublicationDraft: Sendable {
  public let report: Report
  /// Nil when an error keeps the site from being rendered.
  public let publication: Publication?
  /// What looks for secrets in everything that is published.
  let lastLook: LastLook
  public let folder: SiteFolder
  /// All content files that could be read.
  let files: [LoadedFile]
  /// Of all that decides how texts are read.
  let digest: UInt64

  /// The text of a file of the site that a mistake points into.
  public func source(_ path: String) -> Source? { folder.source(path) }

  /// Where a file of the site lies.
  public func place(of path: String) -> Path { folder.place(of: path) }

  /// What is wrong, with the paths that the author knows.
  public func told(_ report: Report) -> Report {
    guard folder.keepsContentAtRoot else { return report }
    return report.mapping { mistake in
      mistake.finding.mistake(path: folder.shown(mistake.path), place: mistake.place)
    }
  }

  /// Reads a site; throws what is wrong with `site.yaml`, without which nothing can be understood.
  ///
  /// What an earlier build knew is taken from its state, as far as nothing of it changed.
  init(
    _ request: SiteBuild.Request, asked: Asked = Asked(), since state: BuildState? = nil,
    look: SourceLook? = nil, clock: inout PhaseClock
  ) throws {
    folder = try SiteFolder(at: request.source)
    var reading = SiteReading(folder, request)
    let content = try reading.content(since: state, look)
    files = content.files
    digest = reading.readingDigest
    clock.end(.loading)
    publication = try reading.publication(of: content, asked: state?.asked ?? asked)
    report = reading.report
    lastLook = reading.lastLook
    clock.end(.assembling)
  }
}

/// The reading of a site, step by step, with what is wrong so far.
private struct SiteReading {
  let folder: SiteFolder
  let request: SiteBuild.Request
  let environmentName: String
  let environment: EnvironmentSettings?
  let settings: ContentSettings
  let listing: SiteListing
  let grammars: SiteGrammars
  let inventory: SiteInventory
  var report: Report

  init(_ folder: SiteFolder, _ request: SiteBuild.Request) {
    self.folder = folder
    self.request = request
    environmentName = request.environment ?? "production"
    environment = folder.configuration.environments[environmentName]
    settings = ContentSettings(folder.configuration, zone: folder.zone, environment: environmentName)
    listing = SiteListing(of: folder, settings: settings)
    grammars = SiteGrammars(of: folder.root)
    inventory = SiteInventory(of: folder)
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
    let allowed = inventory.declared.publish.allowedFiles
    for source in sources where !allowed.contains(folder.shown(source.path)) {
      report.add(contentsOf: LeakScanner.author.findings(inAuthors: source).sorted)
    }
  }

  mutating func content(since state: BuildState?, _ look: SourceLook?) throws -> LoadedContent {
    let known = known(since: state, look)
    // With the same commit at hand git says of known files what it said before.
    let isHistoryKnown =
      known != nil && state?.beginning.history == look?.history && look?.history.hasPrefix("false") == true
      && listing.pages.allSatisfy { known?.texts.holds($0.path) == true }
    var reading = ContentReading(
      settings, markdown: configuration.markdown,
      history: isHistoryKnown ? [:] : folder.known(history().files))
    if isHistoryKnown, let known { reading.know(known, listing.pages) }
    let content = try LoadedContent(
      listing, with: reading, grammars: grammars.grammars, workers: request.workers, known: known)
    let allowed = inventory.declared.publish.allowedFiles
    report.add(
      contentsOf: content.mistakes.filter {
        !($0.finding.code.hasPrefix(PublishFinding.leakPrefix) && allowed.contains(folder.shown($0.path)))
      })
    return content
  }

  /// The content of an earlier build, if texts are still read as they were then.
  private func known(since state: BuildState?, _ look: SourceLook?) -> KnownContent? {
    guard let state, let look, state.beginning.reading == readingDigest else { return nil }
    return KnownContent(
      texts: state.texts, then: state.beginning.sources.table, now: look.sources.table,
      trustsStamps: request.trustsStamps,
      prefix: folder.keepsContentAtRoot ? "" : "\(SiteListing.contentFolder)/")
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

  mutating func publication(of content: LoadedContent, asked: Asked) throws -> Publication? {
    let tree = ContentTree(
      of: content.files.map(\.entry), resources: listing.resources, defaults: content.defaults,
      settings: settings, selection: selection)
    let setting = setting(languages: tree.languages)
    let assembly = Assembly(
      tree, files: listing.routed, assets: setting.assets.map { "/\($0.asset.file)" },
      inventory: setting.homelab?.pages ?? [], configuration, settings: settings)
    let layouts = LayoutCheck(tree: tree, configuration: configuration, files: setting.theme.files)
    report.add(
      contentsOf: (assembly.faults + layouts.faults).map { fault in fault.mistake(reading: folder.source) })
    guard !report.fails(strict: request.strict) else { return nil }
    let pictures = try PictureSizes(
      of: assembly.routes.pictures, in: folder, workers: request.workers)
    let publication = Publication(
      of: content.files, assembly, pictures: pictures, in: setting, asked: asked)
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
    setting.reading = readingDigest
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

// MARK: Digests of what is read whole

extension SiteReading {
  /// Of all files of the inventory, of what is said of it, and of how fresh its facts are: until when they stay so.
  private func digest(of homelab: Homelab?) -> UInt64 {
    var mixer = Mixer()
    mixer.add(FolderDigest(of: folder.root.appending(InventoryFolder.name)).value)
    mixer.add(configuration.blocks.inventory)
    mixer.add(homelab?.nextChange?.seconds)
    return mixer.value
  }

  /// Of all that decides how texts are read.
  fileprivate var readingDigest: UInt64 {
    var mixer = Mixer()
    mixer.add(FolderDigest(of: folder.root.appending(SiteGrammars.folder)).value)
    mixer.add(configuration.language.text)
    mixer.add(configuration.timeZone.value.text)
    mixer.add("\(configuration.markdown)")
    for name in settings.ownTaxonomies { mixer.add(name) }
    for block in [configuration.blocks.highlight, configuration.blocks.images, configuration.blocks.search] {
      mixer.add(block)
    }
    return mixer.value
  }
}

extension Mixer {
  /// A block of a file as it is written, wherever it stands.
  fileprivate mutating func add(_ node: Node?) {
    guard let node else { return add(3) }
    var packer = Packer()
    node.pack(into: &packer)
    add(packer.bytes)
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
