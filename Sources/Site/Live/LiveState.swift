import Diagnostics
import Highlight
import Inventory
import Language
import Markdown
import Nodes
import Workers

/// One state of a site in memory: what was read, what can be rendered of it, and what is known of it.
struct LiveState: Sendable {
  let publication: Publication
  let draft: PublicationDraft
  var facts: Facts
  /// Where each file stands among the files that were read, and each page's file among the pages.
  private let files: [String: Int]
  private let pages: [String: PageID]
  /// The addresses of the style sheets.
  let sheets: [String]

  /// Takes a site that was read whole.
  init(_ publication: Publication, _ draft: PublicationDraft, workers: Team) throws {
    self.publication = publication
    self.draft = draft
    facts = try Facts(of: publication, workers: workers)
    files = Dictionary(
      draft.files.enumerated().map { ($1.entry.file.path, $0) }, uniquingKeysWith: { one, _ in one })
    pages = Dictionary(
      publication.tree.pages.map { ($0.entry.file.path, $0.id) }, uniquingKeysWith: { one, _ in one })
    sheets = publication.assembly.routes.routes.lazy.filter { $0.file.hasSuffix(".css") }.map(\.url)
  }

  private init(_ other: LiveState, _ publication: Publication, _ draft: PublicationDraft, _ facts: Facts) {
    self.publication = publication
    self.draft = draft
    self.facts = facts
    (files, pages, sheets) = (other.files, other.pages, other.sheets)
  }
}

// MARK: What need not be read whole

extension LiveState {
  /// The site after an edit of pages or templates that leaves every page where it stands; nil where that is not so, or
  /// not certain.
  func retouched(_ paths: [String], now: Instant) -> LiveState? {
    guard !draft.folder.keepsContentAtRoot, isTimeless(until: now) else { return nil }
    var texts: [PageID: LoadedFile] = [:]
    var hasOtherTheme = false
    for path in paths {
      if Self.looks.contains(where: path.hasPrefix) {
        hasOtherTheme = true
      } else if let (page, file) = reread(path) {
        texts[page] = file
      } else {
        return nil
      }
    }
    guard let setting = setting(at: now, readingTheme: hasOtherTheme) else { return nil }
    let next = Publication(publication, in: setting, saying: texts)
    var facts = facts
    facts.addAnswers(of: publication)
    let isRenamed = texts.keys.contains {
      publication.tree.pages[$0].entry.titleWords != next.tree.pages[$0].entry.titleWords
    }
    facts.retell(Array(texts.keys), of: next, isRenamed: isRenamed)
    if hasOtherTheme { facts.resettle(next) }
    var all = draft.files
    for file in texts.values { if let place = files[file.entry.file.path] { all[place] = file } }
    return LiveState(self, next, PublicationDraft(draft, draft.reading, all, next), facts)
  }

  /// Where the looks of pages lie, beside styles and scripts, whose addresses tell what they hold.
  private static let looks = ["templates/", "strings/", "icons/"]

  /// Whether the passing of time leaves every page where it stands.
  private func isTimeless(until now: Instant) -> Bool {
    let then = publication.setting.now
    if now == then { return true }
    let changes = [publication.tree.nextChange, publication.setting.homelab?.nextChange]
    return now > then && changes.allSatisfy { $0.map { now < $0 } != false }
  }

  /// The text of a page, read again; nil where it has become something else than other words on that page.
  private func reread(_ path: String) -> (page: PageID, file: LoadedFile)? {
    let prefix = "\(SiteListing.contentFolder)/"
    guard path.hasPrefix(prefix) else { return nil }
    let name = String(path.dropFirst(prefix.count))
    guard let place = files[name], let page = pages[name] else { return nil }
    let old = draft.files[place].entry
    guard old.file.role == .page || old.file.role == .bundle, !isFaulty(old.file.shownPath),
      let file = draft.reading.reader.read(again: old.file)
    else { return nil }
    let tree = publication.tree
    let entry = tree.folders.filled(file.entry)
    return entry.stands(as: tree.pages[page].entry, inAllWords: showsWords(of: page)) ? (page, file) : nil
  }

  /// Whether something is told of a file beside what its own text says: its places would be others.
  private func isFaulty(_ path: String) -> Bool {
    publication.assembly.faults.contains { $0.path == path }
      || draft.layoutFaults.contains { $0.path == path }
  }

  /// Whether others are ordered or addressed by the words of a page, or show them.
  private func showsWords(of page: PageID) -> Bool {
    let (tree, configuration) = (publication.tree, publication.configuration)
    return publication.translations[page] != nil || !configuration.redirects.legacy.isEmpty
      || tree.pages[page].entry.terms.contains { $0.taxonomy == "series" }
      || configuration.sections.rows.contains { $0.value.sort == .title }
  }

  /// The settings of now; nil where they concern more than what pages look like.
  private func setting(at now: Instant, readingTheme: Bool) -> PublicationSetting? {
    let known = publication.setting
    guard readingTheme else { return known.seen(at: now, with: known.theme) }
    let theme = SiteTheme(
      of: draft.folder.root, theme: publication.configuration.theme.name,
      languages: publication.tree.languages)
    guard known.theme.mistakes.isEmpty, theme.mistakes.isEmpty, draft.layoutFaults.isEmpty,
      LayoutCheck(tree: publication.tree, configuration: publication.configuration, files: theme.files).faults
        .isEmpty
    else { return nil }
    return known.seen(at: now, with: theme)
  }
}

extension ContentReader {
  /// The file as it is now; nil for one that cannot be read.
  fileprivate func read(again file: ContentFile) -> LoadedFile? {
    var markdown = Markdown(highlighter: Highlighter(grammars: grammars))
    do throws(Mistake) { return try read(file, with: &markdown) } catch { return nil }
  }
}
