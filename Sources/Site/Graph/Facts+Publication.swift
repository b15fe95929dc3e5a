import Bytes
import Frontmatter
import Language
import Templates
import Themes

extension Facts {
  /// Collects what there is to know of a site; of an `old` table is taken what is dear to find and the same.
  init(of publication: Publication, since old: Facts? = nil) {
    self.init()
    let tree = publication.tree
    let terms = publication.assembly.indexes.reduce(0) { $0 + $1.terms.count }
    reserve(
      subjects: tree.pages.count + tree.sections.count + terms,
      others: publication.assembly.routes.routes.count * 4)
    let survey = Survey(publication)
    for page in tree.pages { add(publication.keys.key(of: .page(page.id)), survey.row(of: page)) }
    for section in tree.sections.indices { addSection(section, survey) }
    for index in publication.assembly.indexes.indices { addTerms(index, survey) }
    for language in tree.languages { add(.notFound(language: language), survey) }
    for route in publication.assembly.routes.routes {
      if case .inventory(let page, let language) = route.output {
        add(.inventory(page, language: language), survey)
      }
    }
    addPlaces(publication)
    addSite(publication)
    addAnswers(of: publication, since: old)
    addTheme(publication)
    frame = survey.frame
  }

  private mutating func add(_ subject: Subject, _ survey: Survey) {
    add(survey.publication.keys.key(of: subject), survey.row(of: subject))
  }

  private mutating func addSection(_ section: Int, _ survey: Survey) {
    add(.section(section), survey)
    add(.archive(section: section, year: nil), survey)
    for year in survey.publication.lists[section].archive.years {
      add(.archive(section: section, year: year.year), survey)
    }
  }

  private mutating func addTerms(_ index: Int, _ survey: Survey) {
    add(.terms(index: index), survey)
    for term in survey.publication.assembly.indexes[index].terms.indices {
      add(.term(index: index, term: term), survey)
    }
  }
}

// MARK: Places

extension Facts {
  /// What answers where, by all ways that links look for it.
  private mutating func addPlaces(_ publication: Publication) {
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
      add(FactKey.route(route.url), digest)
      all &+= digest
    }
    for (path, number) in targets.files { add(FactKey.file(path), digest(routes[number])) }
    for (path, owner) in targets.byFile {
      let digest = targets.digest(of: owner, keys)
      add(FactKey.owner(path), digest)
      all &+= digest
    }
    for (url, number) in targets.withheldByURL {
      add(FactKey.withheld(url), targets.digest(of: .withheld(number), keys))
    }
    for name in targets.names.names { add(FactKey.name(name), 1) }
    add(FactKey.places, all)
    for (key, digest) in publication.filler.pictures.facts { add(key, digest) }
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
          // What of it is shown has keys of its own.
          case .inventory: publication.homelab[language] == nil ? 0 : 1 as UInt64
          default: site.value(of: member, &reads).digest(in: publication)
          }
        add(FactKey.site(member.rawValue, in: language), digest)
      }
    }
  }

  /// Adds the answers to all that templates have asked so far: rendering asks more.
  mutating func addAnswers(of publication: Publication, since old: Facts? = nil) {
    addHomelab(of: publication, since: old)
    for question in publication.questions.all where others[question.key] == nil {
      guard let answer = publication.answer(to: question) else { continue }
      var mixer = Mixer()
      for page in answer { mixer.add(publication.keys.key(of: .page(page))) }
      add(question.key, mixer.value)
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
