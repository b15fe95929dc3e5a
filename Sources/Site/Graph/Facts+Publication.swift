import Bytes
import Frontmatter
import Language
import Templates
import Themes
import Workers

extension Facts {
  /// Collects what there is to know of a site, by several workers at once; of an `old` table is taken what is dear to
  /// find and the same.
  init(of publication: Publication, since old: Facts? = nil, workers: Workers) throws {
    // The places take as long as thousands of rows.
    let places = workers.later { Self.places(of: publication) }
    defer { _ = places.begun }
    let survey = Survey(publication)
    let subjects = Self.subjects(of: publication)
    let starts = Array(stride(from: 0, to: subjects.count, by: Self.chunk))
    let rows = try workers.map(starts) { start -> [UInt64] in
      var cells: [UInt64] = []
      let end = min(start + Self.chunk, subjects.count)
      cells.reserveCapacity((end - start) * Self.width)
      for subject in subjects[start..<end] { survey.row(of: subject).append(to: &cells) }
      return cells
    }
    self.init(
      frame: survey.frame, subjects: subjects.map { publication.keys.key(of: $0) },
      cells: Array(rows.joined()), places: places.value)
    addSite(publication)
    addAnswers(of: publication, since: old)
    addTheme(publication)
  }

  /// So many rows are filled by one worker in turn.
  private static let chunk = 1024

  /// All that has a row: first the pages in their order.
  private static func subjects(of publication: Publication) -> [Subject] {
    let (tree, assembly) = (publication.tree, publication.assembly)
    var subjects = tree.pages.indices.map { Subject.page($0) }
    subjects.reserveCapacity(assembly.routes.routes.count)
    for section in tree.sections.indices {
      subjects += [.section(section), .archive(section: section, year: nil)]
      subjects += publication.lists[section].archive.years.map { .archive(section: section, year: $0.year) }
    }
    for (number, index) in assembly.indexes.enumerated() {
      subjects.append(.terms(index: number))
      subjects += index.terms.indices.map { .term(index: number, term: $0) }
    }
    subjects += tree.languages.map { .notFound(language: $0) }
    for route in assembly.routes.routes {
      if case .inventory(let page, let language) = route.output {
        subjects.append(.inventory(page, language: language))
      }
    }
    return subjects
  }

  /// The facts of the same site in which only the words of some pages are others; see `Publication.init(_:in:saying:)`.
  mutating func retell(_ pages: [PageID], of publication: Publication, isRenamed: Bool) {
    let survey = isRenamed ? Survey(publication) : Survey(ofTextsIn: publication)
    for page in pages { survey.describe(page, in: &self[page]) }
    guard isRenamed else { return }
    for page in publication.tree.pages.indices { self[page][.kinship] = survey.kinship(ofPage: page) }
  }

  /// The same for a site with other templates, strings or icons.
  mutating func resettle(_ publication: Publication) {
    let old = self
    removeOthers()
    addSite(publication)
    addAnswers(of: publication, since: old)
    addTheme(publication)
  }
}

// MARK: Places

extension Facts {
  /// What answers where, by all ways that links look for it.
  private static func places(of publication: Publication) -> DigestTable {
    var table = DigestTable(capacity: publication.assembly.routes.routes.count * 4)
    let (keys, routes) = (publication.keys, publication.assembly.routes.routes)
    let targets = publication.filler.targets
    // The order of tables is not that of their keys: what stands for all is summed up.
    var all: UInt64 = 0
    func digest(_ route: Route) -> UInt64 {
      var mixer = Mixer()
      mixer.add(route.url)
      mixer.add(keys.digest(of: route.output))
      return mixer.value
    }
    for route in routes {
      let digest = digest(route)
      table[FactKey.route(route.url)] = digest
      all &+= digest
    }
    for (path, number) in targets.files { table[FactKey.file(path)] = digest(routes[number]) }
    for (path, owner) in targets.byFile {
      let digest = targets.digest(of: owner, keys)
      table[FactKey.owner(path)] = digest
      all &+= digest
    }
    for (url, number) in targets.withheldByURL {
      table[FactKey.withheld(url)] = targets.digest(of: .withheld(number), keys)
    }
    for name in targets.names.names.slots where name != 0 { table[FactKey.name(Digest(value: name))] = 1 }
    table[FactKey.places] = all
    for (key, digest) in publication.filler.pictures.facts { table[key] = digest }
    return table
  }
}

extension LinkTargets {
  /// What a link to a content file leads to.
  fileprivate func digest(of owner: Owner, _ keys: SubjectKeys) -> UInt64 {
    var mixer = Mixer()
    switch owner {
    case .page(let page):
      mixer.add(keys.key(of: .page(page)))
      mixer.add(assembly.tree.pages[page].url)
    case .section(let section):
      mixer.add(keys.key(of: .section(section)))
      mixer.add(assembly.tree.sections[section].url)
    case .withheld(let number):
      let (url, reason) = withheld(number)
      mixer.add(url)
      mixer.add(reason == .draft ? 1 : reason == .future ? 2 : 3)
    }
    return mixer.value
  }
}

// MARK: The site and its theme

extension Facts {
  private mutating func addSite(_ publication: Publication) {
    var sections = Mixer()
    for section in publication.tree.sections {
      sections.add(section.language)
      sections.add(section.path)
      sections.add(section.url)
    }
    add(FactKey.sections, sections.value)
    var feeds = Mixer()
    let settings = publication.configuration
    feeds.add(settings.feeds.limit)
    feeds.add(settings.feeds.fullContent)
    feeds.add(settings.title)
    feeds.add(publication.author?.name)
    feeds.add(publication.author?.url)
    feeds.add(publication.author?.email)
    add(FactKey.feeds, feeds.value)
    let data = publication.setting.data.digest(in: publication)
    for language in publication.tree.languages {
      guard let root = publication.root(of: language) else { continue }
      let site = SiteObject(in: Viewpoint(publication, of: .section(root), url: "", content: nil))
      for member in SiteObject.Member.allCases {
        var reads = Reads()
        let digest =
          switch member {
          case .data: data
          case .pages: Self.digest(of: publication.pages(in: language), in: publication)
          // What of it is shown has keys of its own.
          case .inventory: publication.homelab[language] == nil ? 0 : 1 as UInt64
          default: site.value(of: member, &reads).digest(in: publication)
          }
        add(FactKey.site(member.rawValue, in: language), digest)
      }
    }
  }

  /// Which pages a list names, in their order.
  private static func digest(of pages: [PageID], in publication: Publication) -> UInt64 {
    var mixer = Mixer()
    for page in pages { mixer.add(publication.keys.key(of: .page(page))) }
    return mixer.value
  }

  /// Adds the answers to all that templates have asked so far: rendering asks more.
  mutating func addAnswers(of publication: Publication, since old: Facts? = nil) {
    addHomelab(of: publication, since: old)
    for question in publication.questions.all where others[question.key] == nil {
      guard let answer = publication.answer(to: question) else { continue }
      add(question.key, Self.digest(of: answer, in: publication))
    }
  }

  private mutating func addTheme(_ publication: Publication) {
    let setting = publication.setting
    for name in setting.theme.files.names {
      guard let file = setting.theme.files[name] else { continue }
      let digest = Digest(of: file.bytes.span).value
      if name.hasPrefix("templates/") {
        add(FactKey.template(String(name.dropFirst("templates/".count))), digest)
      } else if name.hasPrefix("icons/"), name.hasSuffix(".svg") {
        add(FactKey.icon(String(name.dropFirst("icons/".count).dropLast(".svg".count))), digest)
      }
    }
    for language in publication.tree.languages {
      for (key, digest) in setting.theme.strings.digests(in: language) {
        add(FactKey.string(key, in: language), digest)
      }
    }
    for asset in setting.assets {
      var mixer = Mixer()
      mixer.add(asset.asset.file)
      mixer.add(asset.asset.integrity)
      add(FactKey.asset(asset.asset.name), mixer.value)
    }
  }
}
