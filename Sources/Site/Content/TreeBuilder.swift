import Frontmatter
import Language
import Nodes

/// The tree while it grows: each step stands on the one before it.
struct TreeBuilder {
  let settings: ContentSettings
  let selection: Selection
  private(set) var pages: [Page] = []
  private(set) var sections: [Section] = []
  private(set) var byDate: [PageID] = []
  private(set) var termEntries: [String: Entry] = [:]
  private(set) var languages: [String] = []
  private(set) var withheld: [(entry: Entry, reason: Selection.Reason)] = []
  private(set) var nextChange: Instant?
  private(set) var faults: [Fault] = []

  private(set) var folders: Folders
  private var addresses: Addresses
  /// What is built: pages, and what sections say about themselves, by language and folder.
  private var chosen: [Entry] = []
  private var indexes: [Place: Entry] = [:]
  /// Folders that an `_index.md` makes sections, in whatever language.
  private var sectionFolders: Set<String> = []
  /// The folders of leaf bundles, each with its `index.md`.
  private var bundles: [String: Entry] = [:]
  private var sectionsByPlace: [Place: Int] = [:]

  /// A folder in a language.
  private struct Place: Hashable {
    let language: String
    let folder: String
  }

  init(settings: ContentSettings, selection: Selection) {
    self.settings = settings
    self.selection = selection
    folders = Folders(language: settings.language, environment: settings.environment, zone: settings.zone)
    addresses = Addresses(settings)
  }
}

// MARK: Choosing

extension TreeBuilder {
  /// Learns what folders give to the pages below them; a section's own `cascade` wins over its `_defaults.yaml`.
  mutating func inherit(_ defaults: [(folder: String, cascade: Cascade)], and entries: [Entry]) {
    for entry in entries where entry.file.role == .section {
      if let cascade = entry.cascade { folders.add(cascade, to: entry.file.ownFolder ?? "") }
    }
    for (folder, cascade) in defaults { folders.add(cascade, to: folder) }
  }

  /// Takes the entries that are built, in the order of their paths.
  mutating func choose(among entries: [Entry]) {
    for entry in entries where entry.file.role == .bundle { bundles[entry.file.ownFolder ?? ""] = entry }
    let describing = Set(settings.taxonomies.flatMap { $0.describingFolders(in: settings.language) })
    var others = Set<String>()
    for entry in Self.inOrder(entries) {
      let entry = folders.filled(entry)
      if let change = selection.nextChange(of: entry) { nextChange = min(change, nextChange ?? change) }
      if let reason = selection.reason(against: entry) {
        withheld.append((entry, reason))
        continue
      }
      if let bundle = bundle(around: entry.file.folder) {
        faults.append(Fault(.insideBundle(of: bundle.file.shownPath), in: entry))
        continue
      }
      let language = entry.language(default: settings.language)
      if language != settings.language { others.insert(language) }
      guard entry.file.role == .section, let folder = entry.file.ownFolder else {
        chosen.append(entry)
        continue
      }
      if describing.contains(String(folder.prefix { $0 != "/" })) {
        termEntries["\(settings.root(of: language))\(folder)"] = entry
      } else {
        sectionFolders.insert(folder)
        indexes[Place(language: language, folder: folder)] = entry
      }
    }
    languages = [settings.language] + others.sorted()
  }

  /// Sorts by the bytes of the path; a listing mostly is sorted already.
  private static func inOrder(_ entries: [Entry]) -> [Entry] {
    func precedes(_ one: Entry, _ other: Entry) -> Bool { one.file.path.precedes(other.file.path) }
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1, $0) }
    return isSorted ? entries : entries.sorted(by: precedes)
  }

  /// The bundle that a folder is part of.
  private func bundle(around folder: String) -> Entry? {
    guard !bundles.isEmpty else { return nil }
    return Folders.chain(from: folder).lazy.compactMap { bundles[$0] }.first
  }
}

// MARK: Placing

extension TreeBuilder {
  /// Puts each page and each section into its place.
  mutating func placePages() {
    for language in languages { _ = section(at: Place(language: language, folder: "")) }
    for place in indexes.keys.sorted(by: { ($0.language, $0.folder) < ($1.language, $1.folder) }) {
      _ = section(at: place)
    }
    pages.reserveCapacity(chosen.count)
    var last: (place: Place, section: Int)?
    for entry in chosen {
      let place = Place(language: entry.language(default: settings.language), folder: entry.file.folder)
      let section = last.flatMap { $0.place == place ? $0.section : nil } ?? nearestSection(to: place)
      last = (place, section)
      let url = addresses.url(of: entry, in: place.language)
      faults += url.faults
      pages.append(
        Page(
          id: pages.count, entry: entry, language: place.language, section: section, url: url.path,
          resources: []))
    }
  }

  /// The section that a page of a folder belongs to: the nearest folder that is one.
  private mutating func nearestSection(to place: Place) -> Int {
    let chain = Folders.chain(from: place.folder)
    let folder = chain.first { isSection($0) } ?? ""
    return section(at: Place(language: place.language, folder: folder))
  }

  private func isSection(_ folder: String) -> Bool {
    sectionFolders.contains(folder) || !folder.utf8.contains(UInt8(ascii: "/"))
  }

  /// The section of a folder, made when it is asked for first.
  private mutating func section(at place: Place) -> Int {
    if let known = sectionsByPlace[place] { return known }
    var parent: Int?
    if !place.folder.isEmpty {
      let above = Folders.chain(from: place.folder).dropFirst().first { isSection($0) } ?? ""
      parent = section(at: Place(language: place.language, folder: above))
    }
    let index = indexes[place]
    let url = addresses.url(ofSection: place.folder, index: index, in: place.language)
    faults += url.faults
    let number = sections.count
    sections.append(
      Section(
        path: place.folder, language: place.language, index: index, url: url.path, parent: parent,
        children: [],
        pages: [], resources: []))
    if let parent { sections[parent].children.append(number) }
    sectionsByPlace[place] = number
    return number
  }

  /// Gives each file to its bundle, or else to its section.
  mutating func placeResources(_ files: [ContentFile]) {
    guard !files.isEmpty else { return }
    var owners: [String: [PageID]] = [:]
    for page in pages where page.entry.file.role == .bundle {
      owners[page.entry.file.ownFolder ?? "", default: []].append(page.id)
    }
    var taken: [PageID: [String]] = [:]
    for file in files.sorted(by: { $0.path.precedes($1.path) }) {
      let chain = Folders.chain(from: file.folder)
      if let folder = chain.first(where: { bundles[$0] != nil }) {
        for owner in owners[folder, default: []] { taken[owner, default: []].append(file.path) }
      } else {
        let section = nearestSection(to: Place(language: settings.language, folder: file.folder))
        sections[section].resources.append(file.path)
      }
    }
    for (page, files) in taken { pages[page].resources = files }
  }

  /// Orders all pages by date, and those of each section as its settings say.
  mutating func order() {
    byDate = PageOrder.byDate(pages)
    for page in byDate { sections[pages[page].section].pages.append(page) }
    for number in sections.indices {
      let sort = settings.sections[sections[number].path]?.sort ?? .date
      guard sort != .date else { continue }
      sections[number].pages = PageOrder.sorted(
        sections[number].pages, of: pages, by: sort, in: sections[number].language)
    }
  }
}
