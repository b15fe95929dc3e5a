import Frontmatter
import Language

/// All pages and sections of a site: what the files under `content/` amount to, once read.
///
///     ContentFile   what a path says            (pure, from the listing)
///     Entry         a page's file, read         (phase one, each by itself)
///     Cascade       a folder's defaults
///     ContentTree   what is built of them, in its place, and what is wrong
///
/// Pages stand in the order of their paths; sections likewise, each language's root first.
public struct ContentTree: Sendable {
  public private(set) var pages: [Page]
  public let sections: [Section]
  /// All pages, the latest first; undated ones last.
  public let byDate: [PageID]
  /// What terms say about themselves, by the path of their folder.
  public let termEntries: [String: Entry]
  /// The languages of the pages, the site's own first.
  public let languages: [String]
  /// The pages that are not built, each with the reason.
  public let withheld: [(entry: Entry, reason: Selection.Reason)]
  /// The next instant at which the tree changes by itself.
  public let nextChange: Instant?
  public let faults: [Fault]
  /// The defaults of folders.
  let folders: Folders

  /// Builds the tree of the pages' files as read, all other files, and what each folder's `_defaults.yaml` says.
  public init(
    of entries: [Entry], resources: [ContentFile] = [], defaults: [(folder: String, cascade: Cascade)] = [],
    settings: ContentSettings, selection: Selection
  ) {
    var builder = TreeBuilder(settings: settings, selection: selection)
    builder.inherit(defaults, and: entries)
    builder.choose(among: entries)
    builder.placePages()
    builder.placeResources(resources)
    builder.order()
    pages = builder.pages
    sections = builder.sections
    byDate = builder.byDate
    termEntries = builder.termEntries
    languages = builder.languages
    withheld = builder.withheld
    nextChange = builder.nextChange
    faults = builder.faults
    folders = builder.folders
  }

  /// The same tree with other words on some pages, each of which stands where it stood; see `Entry.placement`.
  func saying(_ entries: [PageID: Entry]) -> ContentTree {
    var tree = self
    for (page, entry) in entries { tree.pages[page] = pages[page].saying(entry) }
    return tree
  }

  /// The section of a folder, in a language.
  public func section(_ path: String, in language: String) -> Section? {
    sections.first { $0.path == path && $0.language == language }
  }

  /// The pages of a section and of all sections below it, the latest first.
  public func allPages(of section: Int) -> [PageID] {
    guard !sections[section].children.isEmpty else { return sections[section].pages }
    var inside = [Bool](repeating: false, count: sections.count)
    var open = [section]
    while let next = open.popLast() {
      inside[next] = true
      open += sections[next].children
    }
    return byDate.filter { inside[pages[$0].section] }
  }

  /// A list as it is shown: pinned pages before all others, each kind in the order that it has.
  public func pinnedFirst(_ list: [PageID]) -> [PageID] {
    guard list.contains(where: { pages[$0].entry.metadata.isPinned }) else { return list }
    return list.filter { pages[$0].entry.metadata.isPinned }
      + list.filter { !pages[$0].entry.metadata.isPinned }
  }

  /// The same page in all languages, the site's own first; by `translationKey`, else by folder and name.
  public func translations() -> [[PageID]] {
    guard languages.count > 1 else { return [] }
    var groups: [String: [PageID]] = [:]
    for page in pages {
      let file = page.entry.file
      groups[page.entry.metadata.translationKey ?? "\(file.folder)/\(file.name)", default: []].append(page.id)
    }
    func rank(_ page: PageID) -> Int { languages.firstIndex(of: pages[page].language) ?? 0 }
    return groups.values.filter { $0.count > 1 }
      .map { $0.sorted { (rank($0), $0) < (rank($1), $1) } }
      .sorted { $0[0] < $1[0] }
  }
}
