import Frontmatter
import Language
import Nodes

/// Digests what is known of each page, section and term of a site; what many share is worked out once.
struct Survey {
  let publication: Publication
  /// The way from the root to each section, with titles, feeds and settings.
  private var trails: [UInt64] = []
  /// The list of each section.
  private var lists: [UInt64] = []
  /// By index and term: what finding related pages looks at, and the parts of series.
  private var heads: [[UInt64]] = []
  private var parts: [[UInt64]] = []
  private var words: [UInt64: UInt64] = [:]

  /// Only for what pages' own texts say.
  init(ofTextsIn publication: Publication) { self.publication = publication }

  init(_ publication: Publication) {
    self.publication = publication
    let tree = publication.tree
    trails = tree.sections.indices.map { trail(of: $0) }
    lists = tree.sections.indices.map { list(of: $0) }
    let kin = tree.pages.map { kinship(of: $0) }
    for index in publication.assembly.indexes {
      heads.append(index.terms.map { head(of: $0.pages, limit: Related.pagesPerTerm, kin) })
      parts.append(index.name == "series" ? index.terms.map { series($0) } : [])
    }
    for (word, pages) in publication.related.titles where pages.count <= Related.pagesPerWord {
      words[word] = head(of: pages, limit: Related.pagesPerWord, kin)
    }
  }

  private var tree: ContentTree { publication.tree }
  private var keys: SubjectKeys { publication.keys }

  /// What every output depends on.
  var frame: UInt64 {
    var mixer = Mixer()
    mixer.add(publication.base.origin)
    mixer.add(publication.base.path)
    mixer.add(publication.setting.environment)
    mixer.add(publication.setting.isHidden)
    mixer.add(publication.setting.reading)
    for language in tree.languages { mixer.add(language) }
    return mixer.value
  }
}

// MARK: Pages

extension Survey {
  private func row(of page: Page) -> FactRow {
    var row = FactRow()
    let (entry, subject) = (page.entry, Subject.page(page.id))
    let file = publication.file(of: subject)
    row.set(.place) { mixer in
      mixer.add(page.url)
      mixer.add(page.language)
      mixer.add(publication.type(of: subject))
      mixer.add(entry.file.shownPath)
    }
    row[.trail] = trails[page.section]
    describe(subject, entry, file, in: &row)
    row.set(.terms) { add(termsOf: page, to: &$0) }
    row.set(.neighbours) { mixer in
      let neighbours = publication.neighbours[page.id]
      for other in [neighbours.previous, neighbours.next] {
        mixer.add(other.map { keys.key(of: .page($0)) } ?? 1)
      }
    }
    row.set(.series) { add(seriesOf: page, to: &$0) }
    row.set(.translations) { add(translationsOf: subject, to: &$0) }
    row.set(.resources) { mixer in for file in page.resources { mixer.add(file) } }
    row.set(.kinship) { add(kinshipOf: page, to: &$0) }
    return row
  }

  /// What a page's own text says, anew.
  func describe(_ page: PageID, in row: inout FactRow) {
    let subject = Subject.page(page)
    describe(subject, tree.pages[page].entry, publication.file(of: subject), in: &row)
  }

  /// What is looked at to find what is near to a page.
  func kinship(ofPage page: PageID) -> UInt64 {
    var mixer = Mixer()
    add(kinshipOf: tree.pages[page], to: &mixer)
    return mixer.value
  }

  /// What a subject's own file says.
  private func describe(_ subject: Subject, _ entry: Entry?, _ file: LoadedFile?, in row: inout FactRow) {
    row.set(.title) { mixer in
      mixer.add(publication.title(of: subject))
      if let heading = file?.brief.heading { mixer.add(heading) }
    }
    row.set(.description) { mixer in
      mixer.add(publication.description(of: subject))
      mixer.add(entry?.metadata.description)
    }
    guard let entry else { return }
    row.set(.dates) { mixer in
      for stamp in [entry.dates.date, entry.dates.published, entry.dates.modified, entry.dates.expires] {
        mixer.add(stamp)
      }
    }
    row[.metadata] = entry.digest
    guard let brief = file?.brief else { return }
    row[.content] = brief.content
    row[.excerpt] = brief.excerpt
    row[.contents] = brief.contents
    row.set(.measures) { mixer in
      mixer.add(brief.words)
      mixer.add(brief.hasMore)
      mixer.add(entry.metadata.readTime)
      for language in brief.codeLanguages { mixer.add(language) }
    }
    row[.file] = brief.file
  }

  private func add(termsOf page: Page, to mixer: inout Mixer) {
    for (number, index) in publication.assembly.indexes.enumerated() where index.language == page.language {
      mixer.add(number)
      for term in index.terms(of: page) { mixer.add(keys.key(of: .term(index: number, term: term))) }
    }
  }

  private func add(seriesOf page: Page, to mixer: inout Mixer) {
    for (number, index) in publication.assembly.indexes.enumerated()
    where index.name == "series" && index.language == page.language {
      for term in index.terms(of: page) { mixer.add(parts[number][term]) }
    }
  }

  private func add(kinshipOf page: Page, to mixer: inout Mixer) {
    for (number, index) in publication.assembly.indexes.enumerated()
    where index.language == page.language && index.name != "authors" {
      for term in index.terms(of: page) {
        mixer.add(number)
        mixer.add(heads[number][term])
      }
    }
    for word in page.entry.titleWords { mixer.add(words[word] ?? 0) }
  }

  private func add(translationsOf subject: Subject, to mixer: inout Mixer) {
    for other in publication.translations(of: subject) {
      mixer.add(publication.language(of: other))
      mixer.add(publication.title(of: other))
      mixer.add(publication.url(of: other))
    }
  }
}

// MARK: Sections, terms and others

extension Survey {
  func row(of subject: Subject) -> FactRow {
    if case .page(let page) = subject { return row(of: tree.pages[page]) }
    var row = FactRow()
    row.set(.place) { mixer in
      mixer.add(publication.url(of: subject))
      mixer.add(publication.language(of: subject))
      mixer.add(publication.kind(of: subject))
      mixer.add(publication.type(of: subject))
      mixer.add(publication.entry(of: subject)?.file.shownPath)
    }
    row.set(.trail) { add(trailOf: subject, to: &$0) }
    describe(subject, publication.entry(of: subject), publication.file(of: subject), in: &row)
    row.set(.translations) { add(translationsOf: subject, to: &$0) }
    row.set(.list) { add(listOf: subject, to: &$0) }
    if case .term(let index, let term) = subject {
      row.set(.terms) { mixer in
        for child in publication.assembly.indexes[index].terms[term].children {
          mixer.add(keys.key(of: .term(index: index, term: child)))
        }
      }
    }
    return row
  }

  private func add(trailOf subject: Subject, to mixer: inout Mixer) {
    if let section = publication.section(of: subject) { mixer.add(trails[section]) }
    guard case .term(let index, let term) = subject else { return }
    let url = publication.url(of: subject) + FeedFormat.atom.fileName
    mixer.add(publication.assembly.routes.route(at: url) != nil)
    mixer.add(publication.title(of: .terms(index: index)))
    mixer.add(publication.url(of: .terms(index: index)))
    let terms = publication.assembly.indexes[index].terms
    var next = terms[term].parent
    while let number = next {
      mixer.add(terms[number].name)
      mixer.add(terms[number].url)
      next = terms[number].parent
    }
  }

  private func add(listOf subject: Subject, to mixer: inout Mixer) {
    switch subject {
    case .section(let section), .archive(let section, _): mixer.add(lists[section])
    case .term:
      for page in publication.pages(of: subject) {
        mixer.add(keys.key(of: .page(page)))
        // Only dated pages stand in the feed.
        mixer.add(tree.pages[page].entry.dates.date != nil)
      }
    case .terms(let index):
      for term in publication.alphabetical(index) {
        mixer.add(keys.key(of: .term(index: index, term: term)))
        mixer.add(publication.assembly.indexes[index].terms[term].name)
      }
    case .page, .notFound, .inventory: break
    }
    guard let pagination = publication.pagination(of: subject) else { return }
    mixer.add(pagination.size)
    mixer.add(pagination.total)
    mixer.add(pagination.url)
  }
}

// MARK: What many share

extension Survey {
  private func trail(of section: Int) -> UInt64 {
    var mixer = Mixer()
    var next: Int? = section
    mixer.add(publication.configuration.sections[tree.sections[section].path]?.template)
    for format in publication.sectionFormats[section] { mixer.add(format.fileName) }
    while let number = next {
      mixer.add(publication.title(of: .section(number)))
      mixer.add(tree.sections[number].url)
      next = tree.sections[number].parent
    }
    return mixer.value
  }

  private func list(of section: Int) -> UInt64 {
    var mixer = Mixer()
    let list = publication.lists[section]
    for page in list.pages { mixer.add(keys.key(of: .page(page))) }
    mixer.add(0)
    for child in tree.sections[section].children { mixer.add(keys.key(of: .section(child))) }
    for year in list.archive.years {
      mixer.add(year.year)
      for page in year.pages {
        mixer.add(keys.key(of: .page(page)))
        mixer.add(tree.pages[page].entry.dates.date?.day.month)
      }
    }
    return mixer.value
  }

  /// What a page weighs among related ones.
  private func kinship(of page: Page) -> UInt64 {
    var mixer = Mixer(keys.key(of: .page(page.id)))
    mixer.add(page.entry.dates.date?.instant.seconds)
    mixer.add(page.language)
    return mixer.value
  }

  private func head(of pages: [PageID], limit: Int, _ kin: [UInt64]) -> UInt64 {
    var mixer = Mixer()
    mixer.add(Related.worth(sharedBy: pages.count))
    for page in pages.prefix(limit) { mixer.add(kin[page]) }
    return mixer.value
  }

  private func series(_ term: Term) -> UInt64 {
    var mixer = Mixer()
    mixer.add(term.name)
    mixer.add(term.url)
    for part in SeriesParts(term, in: tree).parts {
      mixer.add(keys.key(of: .page(part)))
      mixer.add(publication.title(of: .page(part)))
      mixer.add(tree.pages[part].url)
    }
    return mixer.value
  }
}

extension Mixer {
  /// A date with the clock that it was told by.
  mutating func add(_ stamp: Stamp?) {
    guard let stamp else { return add(3) }
    add(stamp.instant.seconds)
    add(stamp.instant.nanosecond)
    add(stamp.moment.offset.seconds)
    add(stamp.hasTime)
  }
}
