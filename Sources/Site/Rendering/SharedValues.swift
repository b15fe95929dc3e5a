import Language
import Templates

/// What nearly every page asks of the site and what is the same on all of them, made once and not on each page.
final class SharedValues: Sendable {
  /// The title of each section.
  let titles: [String]
  /// Each section as one step of a way through the site.
  let crumbs: [Value]
  /// The way to the pages of each section: all sections from the root on.
  private let sectionWays: [Way]
  /// The way to the terms of each index that have none above them.
  private let termWays: [Way]
  /// The feeds of each section, as templates see them.
  let feeds: [Value]
  /// The template of each section's posts, projects and other pages that name none themselves.
  let layouts: [[String: TemplateChoice.Layout]]
  /// The template of each index's terms that name none themselves.
  let termLayouts: [TemplateChoice.Layout]
  /// What the site says of itself, by the language that is being read.
  private let sites: [(language: String, sheet: SiteSheet)]
  /// The menu in its order; which item is the active one depends on the page.
  let menu: [(title: String, url: String)]

  /// The year on the site's clock, and when it ends.
  let year: (number: Int, end: Instant?)

  init(_ publication: Publication) {
    let sections = publication.tree.sections.indices
    let titles = sections.map { publication.titleSaid(bySection: $0) }
    self.titles = titles
    let crumbs = sections.map { section in
      Value.crumb(titles[section], publication.base.path(of: publication.url(of: .section(section))))
    }
    self.crumbs = crumbs
    let chains = sections.map { publication.sections(upTo: $0) }
    func step(_ section: Int) -> (name: String, url: String) {
      (titles[section], publication.base.absolute(publication.url(of: .section(section))))
    }
    sectionWays = chains.map { chain in
      Way(shown: .list(chain.map { crumbs[$0] }), trail: StructuredData.Trail(chain.map(step)))
    }
    termWays = publication.assembly.indexes.indices.map { index in
      let (title, url) = (
        publication.title(of: .terms(index: index)), publication.url(of: .terms(index: index))
      )
      let chain = publication.section(of: .terms(index: index)).map { chains[$0] } ?? []
      return Way(
        shown: .list(chain.map { crumbs[$0] } + [.crumb(title, publication.base.path(of: url))]),
        trail: StructuredData.Trail(chain.map(step) + [(title, publication.base.absolute(url))]))
    }
    feeds = sections.map {
      publication.feeds(publication.sectionFormats[$0], titles[$0], at: publication.url(of: .section($0)))
    }
    let choice = TemplateChoice(publication: publication)
    layouts = sections.map { section in
      Dictionary(
        uniqueKeysWithValues: TemplateChoice.pageTypes.map { ($0, choice.layout(of: $0, in: section)) })
    }
    termLayouts = publication.assembly.indexes.indices.map { choice.layout(ofTermsOf: $0) }
    sites = publication.tree.languages.map { ($0, SiteSheet(publication, in: $0)) }
    menu = publication.configuration.menu.enumerated()
      .sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
      .map { ($0.element.title, publication.address(of: $0.element.url)) }
    let zone = publication.setting.zone
    let number = zone.moment(at: publication.setting.now).civil.day.year
    year = (number, CivilDay(year: number + 1, month: 1, day: 1).map { zone.start(of: $0) })
  }

  /// How one comes to a subject, without itself, where many others are come to the same way; nil for all else.
  func way(to subject: Subject, in publication: Publication) -> Way? {
    switch subject {
    case .page(let page): sectionWays[publication.tree.pages[page].section]
    case .term(let index, let term) where publication.assembly.indexes[index].terms[term].parent == nil:
      termWays[index]
    default: nil
    }
  }

  /// The steps from the home page, as templates see them and as machines read them.
  struct Way: Sendable {
    let shown: Value
    let trail: StructuredData.Trail
  }

  /// What the site says of itself in a language; in its first one, where it does not speak it.
  func site(in language: String) -> SiteSheet {
    (sites.first { $0.language == language } ?? sites[0]).sheet
  }
}

extension Value {
  private static let crumbNames: [Name] = ["title", "url"]

  /// One step of the way from the home page to a page.
  static func crumb(_ title: String, _ url: String) -> Value {
    .map(Map(crumbNames, [.text(title), .text(url)]))
  }
}
