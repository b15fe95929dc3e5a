import Frontmatter
import Language
import Templates

// What feeds hold.

extension Publication {
  /// The feeds of a section, as templates see them.
  func feeds(ofSection section: Int, reads: inout Reads) -> Value {
    readFeeds(of: .section(section), &reads)
    return shared.feeds[section]
  }

  /// Notes what the feeds of a subject are made of.
  func readFeeds(of subject: Subject, _ reads: inout Reads) {
    let key = keys.key(of: subject)
    for column in Self.columnsOfFeeds { reads.record(column.key(of: key)) }
  }

  private static let columnsOfFeeds: [Column] = [.place, .trail, .title]

  /// The feeds of a term, as templates see them; none for what is no term.
  func feedsSaid(byTerm subject: Subject) -> Value {
    guard case .term = subject else { return .list([]) }
    let url = url(of: subject)
    let isThere = assembly.routes.number(at: url + FeedFormat.atom.fileName) != nil
    return feeds(isThere ? [.atom] : [], title(of: subject), at: url)
  }

  /// Some feeds beside an address.
  func feeds(_ formats: [FeedFormat], _ title: String, at url: String) -> Value {
    .list(
      formats.map { format in
        let path = base.path(of: url + format.fileName)
        return .map(
          Map(
            Self.feedNames,
            [.text(format.mediaType), .text(path), .text(base.origin + path), .text(title)]))
      })
  }

  private static let feedNames: [Name] = ["type", "url", "permalink", "title"]

  /// A feed, complete.
  func feed(_ scope: FeedScope, _ format: FeedFormat, reads: inout Reads) -> Feed {
    let subject: Subject
    let pages: [PageID]
    reads.record(FactKey.feeds)
    switch scope {
    case .section(let section):
      subject = .section(section)
      pages = lists[section].archive.years.flatMap(\.pages)
    case .term(let index, let term):
      subject = .term(index: index, term: term)
      pages = assembly.indexes[index].terms[term].pages.filter { tree.pages[$0].entry.dates.date != nil }
    }
    for column in [Column.place, .title, .description, .list] { reads.record(keys.key(subject, column)) }
    let isWhole = if case .section = scope { configuration.feeds.fullContent } else { false }
    var entries: [FeedEntry] = []
    for page in pages.prefix(configuration.feeds.limit) {
      if let entry = feedEntry(page, isWhole: isWhole, reads: &reads) { entries.append(entry) }
    }
    let isHome = if case .section(let section) = scope { tree.sections[section].path.isEmpty } else { false }
    let title = title(of: subject)
    return Feed(
      title: isHome ? title : "\(title) · \(configuration.title)", description: description(of: subject),
      language: language(of: subject), url: base.absolute(url(of: subject)),
      feedURL: base.absolute(url(of: subject) + format.fileName), author: author, entries: entries)
  }

  private func feedEntry(_ page: PageID, isWhole: Bool, reads: inout Reads) -> FeedEntry? {
    let entry = tree.pages[page].entry
    for column in [Column.place, .title, .description, .dates, .metadata] {
      reads.record(keys.key(.page(page), column))
    }
    guard let date = entry.dates.date else { return nil }
    let content = isWhole ? filled(.page(page), .whole, at: .feed, &reads) : nil
    return FeedEntry(
      title: entry.metadata.title, url: base.absolute(tree.pages[page].url), published: date.moment,
      updated: (entry.dates.modified ?? date).moment, summary: description(of: .page(page)), content: content,
      authors: authors(of: entry, reads: &reads), tags: entry.metadata.tags)
  }

  /// The author of the site.
  var author: Person? {
    let author = configuration.author
    guard !author.name.isEmpty else { return nil }
    return Person(name: author.name, url: author.url.map { absolute(address(of: $0)) }, email: author.email)
  }

  func authors(of entry: Entry, reads: inout Reads) -> [Person] {
    var authors: [Person] = []
    for author in entry.metadata.authors {
      var url: String?
      if let written = author.url { url = absolute(address(of: written, reads: &reads)) }
      authors.append(Person(name: author.name, url: url, email: author.email))
    }
    return authors
  }
}
