import Language
import Templates

/// What nearly every page asks of the site and what is the same on all of them, made once and not on each page.
final class SharedValues: Sendable {
  /// The title of each section.
  let titles: [String]
  /// Each section as one step of a way through the site.
  let crumbs: [Value]
  /// The way to the pages of each section: all sections from the root on.
  let ways: [Value]
  /// The same way as machines read it.
  let trails: [StructuredData.Trail]
  /// The feeds of each section, as templates see them.
  let feeds: [Value]
  /// The template of each section's posts, projects and other pages that name none themselves.
  let layouts: [[String: TemplateChoice.Layout]]
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
    ways = chains.map { .list($0.map { crumbs[$0] }) }
    trails = chains.map { chain in
      StructuredData.Trail(
        chain.map { (titles[$0], publication.base.absolute(publication.url(of: .section($0)))) })
    }
    feeds = sections.map {
      publication.feeds(publication.sectionFormats[$0], titles[$0], at: publication.url(of: .section($0)))
    }
    let choice = TemplateChoice(publication: publication)
    layouts = sections.map { section in
      Dictionary(
        uniqueKeysWithValues: TemplateChoice.pageTypes.map { ($0, choice.layout(of: $0, in: section)) })
    }
    sites = publication.tree.languages.map { ($0, SiteSheet(publication, in: $0)) }
    menu = publication.configuration.menu.enumerated()
      .sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
      .map { ($0.element.title, publication.address(of: $0.element.url)) }
    let zone = publication.setting.zone
    let number = zone.moment(at: publication.setting.now).civil.day.year
    year = (number, CivilDay(year: number + 1, month: 1, day: 1).map { zone.start(of: $0) })
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
