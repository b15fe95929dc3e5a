import Frontmatter
import Language
import Nodes

/// Lets everything that the site holds claim its addresses, in the order of its rights.
struct RouteBuilder {
  let tree: ContentTree
  private(set) var indexes: [TermIndex] = []
  let settings: ContentSettings
  var table: RouteTable
  private(set) var faults: [Fault] = []

  init(tree: ContentTree, settings: ContentSettings) {
    self.tree = tree
    self.settings = settings
    // Sites have about as many terms as pages, and a term has a list and a feed.
    table = RouteTable(capacity: tree.pages.count * 3)
  }

  /// What a list holds where its section says nothing.
  static let usualListSize = TaxonomySettings.usualListSize

  mutating func addPages() {
    for page in tree.pages {
      let source = Route.Owner.file(page.entry.file.shownPath)
      table.claim(page.url, for: .page(page.id), source: source)
      for file in page.resources {
        let name = file.dropFirst((page.entry.file.ownFolder?.count ?? 0) + 1)
        table.claim("\(page.url)\(name)", for: .file("content/\(file)"), source: .file("content/\(file)"))
      }
    }
  }

  /// Sections with the pages of their lists, their years and their feeds.
  mutating func addLists() {
    for (number, section) in tree.sections.enumerated() {
      let source = Self.owner(of: section)
      let words = ListWords(Tongue(of: section.language))
      let list = Self.pagination(ofSection: number, in: tree, settings: settings)
      for page in 1...list.count {
        if let url = list.url(of: page) {
          table.claim(url, for: .section(number, page: page), source: source)
        }
      }
      for file in section.resources {
        let name = section.path.isEmpty ? file[...] : file.dropFirst(section.path.count + 1)
        table.claim("\(section.url)\(name)", for: .file("content/\(file)"), source: .file("content/\(file)"))
      }
      let dated = tree.allPages(of: number).filter { tree.pages[$0].entry.dates.date != nil }
      guard !dated.isEmpty else { continue }
      // A list that is not ordered by date has no years to leaf through.
      if (settings.sections[section.path]?.sort ?? .date) == .date {
        let url = "\(section.url)\(words.archive)/"
        table.claim(url, for: .archive(section: number, year: nil), source: source)
        for year in Archive(of: dated, in: tree).years {
          table.claim("\(url)\(year.year)/", for: .archive(section: number, year: year.year), source: source)
        }
      }
      guard settings.sections[section.path]?.feed ?? true else { continue }
      for format in FeedFormat.allCases {
        table.claim("\(section.url)\(format.fileName)", for: .feed(.section(number), format), source: source)
      }
    }
  }

  /// Lists of terms, and each term's own list and feed.
  mutating func addTerms(of indexes: [TermIndex]) {
    self.indexes = indexes
    for (number, index) in indexes.enumerated() where !index.terms.isEmpty {
      table.claim(
        index.url, for: .terms(index: number),
        source: index.entry.map { .file($0.file.shownPath) } ?? .settings)
      for (term, value) in index.terms.enumerated() {
        let source = value.entry.map { Route.Owner.file($0.file.shownPath) } ?? .folder(value.url)
        let list = Self.pagination(of: value, in: index, settings: settings)
        for page in 1...list.count {
          if let url = list.url(of: page) {
            table.claim(url, for: .term(index: number, term: term, page: page), source: source)
          }
        }
        guard value.pages.contains(where: { tree.pages[$0].entry.dates.date != nil }) else { continue }
        let feed = "\(value.url)\(FeedFormat.atom.fileName)"
        table.claim(feed, for: .feed(.term(index: number, term: term), .atom), source: source)
      }
    }
  }

  mutating func addFiles(_ files: [(url: String, source: String)]) {
    for file in files { table.claim(file.url, for: .file(file.source), source: .file(file.source)) }
  }

  /// How many addresses the sitemap lists.
  private var sitemapCount: Int {
    table.routes.count { $0.output.isListed(in: tree, indexes, settings) }
  }

  /// The longest name that file systems hold, in bytes.
  private static let longestName = 255

  /// Finds names that no file system holds.
  mutating func findLongNames() {
    for route in table.routes where route.url.utf8.count > Self.longestName {
      guard let part = route.url.split(separator: "/").first(where: { $0.utf8.count > Self.longestName })
      else {
        continue
      }
      faults.append(
        Fault(.tooLong(part: String(part.prefix(30)), length: part.utf8.count), path: route.source))
    }
  }

  /// Finds files that stand where others need a folder: `/talos` beside `/talos/index.html`.
  mutating func findFilesOverFolders() {
    var files: [Substring: Route] = [:]
    var hasPlainNames = false
    for route in table.routes where route.url.utf8.last != UInt8(ascii: "/") {
      if case .feed = route.output { continue }
      files[route.url[...]] = route
      hasPlainNames = hasPlainNames || !LinkPath.namesFile(route.url)
    }
    for route in table.routes where hasPlainNames || route.url.utf8.contains(UInt8(ascii: ".")) {
      let whole = Substring(route.url.utf8.dropLast())
      var rest = whole
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")), slash > rest.startIndex {
        rest = rest[..<slash]
        if let file = files[rest] {
          faults.append(
            Fault(.fileOverFolder(file: file.source, folder: "\(rest)/", of: route.source), path: file.source)
          )
        }
      }
      if route.url.utf8.last == UInt8(ascii: "/"), let file = files[whole] {
        faults.append(
          Fault(.fileOverFolder(file: file.source, folder: route.url, of: route.source), path: file.source))
      }
    }
  }

  /// What the inventory makes by itself; a page of the author's at the same address is the author's own wording.
  mutating func addInventory(_ pages: [InventoryPage]) {
    guard !pages.isEmpty else { return }
    for language in tree.languages {
      let addresses = InventoryAddresses(root: settings.root(of: language), tongue: Tongue(of: language))
      for page in pages {
        table.offer(
          addresses.url(of: page), for: .inventory(page, language: language), source: .inventory)
      }
    }
    table.offer("/inventory.json", for: .inventoryData, source: .inventory)
  }

  mutating func addAssets(_ urls: [String]) {
    for (number, url) in urls.enumerated() { table.claim(url, for: .asset(number), source: .settings) }
  }

  /// What machines and lost readers ask for; a static file of the same name is the author's own wording and stays.
  mutating func addMachines() {
    for language in tree.languages {
      table.offer(
        "\(settings.root(of: language))404.html", for: .notFound(language: language), source: .settings)
    }
    table.offer("/robots.txt", for: .robots, source: .settings)
    for (part, name) in Sitemap.names(of: sitemapCount).enumerated() {
      table.offer("/\(name)", for: .sitemap(part: part), source: .settings)
    }
  }

  /// The old addresses that pages and sections name: from the root, or from the folder that the page stands in.
  mutating func addAliases() {
    for page in tree.pages { addAliases(of: page.entry, at: page.url) }
    for section in tree.sections {
      if let index = section.index { addAliases(of: index, at: section.url) }
    }
  }

  private mutating func addAliases(of entry: Entry, at url: String) {
    for alias in entry.metadata.aliases {
      let folder = url.dropLast().lastIndex(of: "/").map { String(url[...$0]) } ?? "/"
      if let path = SitePath(alias, from: folder) {
        table.claim(alias: path.text, to: url, of: entry)
      } else {
        faults.append(Fault(.badAlias(alias), in: entry, at: .aliases))
      }
    }
  }
}

extension RouteBuilder {
  private static func owner(of section: Section) -> Route.Owner {
    if let index = section.index { return .file(index.file.shownPath) }
    return section.path.isEmpty ? .settings : .file("content/\(section.path)")
  }

  static func pagination(ofSection number: Int, in tree: ContentTree, settings: ContentSettings) -> Pagination
  {
    let section = tree.sections[number]
    let total = tree.allPages(of: number).count
    // The home page is one page, whatever it shows.
    let size =
      section.path.isEmpty ? max(total, 1) : settings.sections[section.path]?.paginate ?? usualListSize
    return Pagination(
      of: total, size: size, at: section.url, word: ListWords(Tongue(of: section.language)).page)
  }

  static func pagination(of term: Term, in index: TermIndex, settings: ContentSettings) -> Pagination {
    Pagination(
      of: term.pages.count, size: index.listSize, at: term.url,
      word: ListWords(Tongue(of: index.language)).page)
  }
}
