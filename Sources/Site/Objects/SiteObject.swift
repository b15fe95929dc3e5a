import Bytes
import Language
import Nodes
import Templates

/// The site as templates see it, in the language of the page that asks.
final class SiteObject: HostObject {
  let view: Viewpoint
  private let sheet: SiteSheet

  init(in view: Viewpoint) {
    self.view = view
    sheet = view.publication.shared.site(in: view.language)
  }

  enum Member: String, CaseIterable, Sendable {
    case title, description, language, permalink, author, menu, theme, languages, pages, sections, taxonomies
    case data, feeds, environment, noindex, now, year, generator, home, url, inventory, icons
    case baseURL = "base_url"
  }

  private static let members = MemberTable<Member>()

  var memberNames: [String] { Self.members.names }

  func member(_ name: Name, reads: inout Reads) -> Value? {
    guard let (member, place) = Self.members.find(name) else { return nil }
    return answer(member, at: place, &reads)
  }

  func text(reads: inout Reads) -> Value { member("title", reads: &reads) ?? "" }

  private func answer(_ member: Member, at place: Int, _ reads: inout Reads) -> Value {
    let (key, answer) = sheet[place]
    switch member {
    case .inventory, .home, .now, .year: break
    default: reads.record(key)
    }
    return answer ?? seen(member, &reads)
  }
}

extension SiteObject {
  /// What a member says, without a note that it was asked.
  func value(of member: Member, _ reads: inout Reads) -> Value {
    let place = Member.allCases.firstIndex(of: member)
    return place.flatMap { sheet[$0].answer } ?? seen(member, &reads)
  }

  /// What a member says that depends on the page.
  private func seen(_ member: Member, _ reads: inout Reads) -> Value {
    switch member {
    case .menu: menu
    case .pages: .list(publication.pages(in: view.language).map { view.object(.page($0)) })
    case .sections: sections
    case .taxonomies: taxonomies
    case .feeds: home.map { publication.feeds(ofSection: $0, reads: &reads) } ?? .list([])
    case .now: now(&reads)
    case .year: year(&reads)
    case .inventory: inventory(&reads)
    case .home: home.map { view.object(.section($0)) } ?? Value.none
    case .title, .description, .language, .baseURL, .url, .permalink, .author, .theme, .languages, .data,
      .environment, .noindex, .generator, .icons:
      .none
    }
  }

  private var publication: Publication { view.publication }
  private var home: Int? { sheet.home }

  /// The present itself: an output that shows it is another one at the next build.
  private func now(_ reads: inout Reads) -> Value {
    reads.record(expiry: publication.setting.now)
    return .text(publication.now)
  }

  /// The year on the site's clock, for the line at the foot of pages.
  private func year(_ reads: inout Reads) -> Value {
    let year = publication.shared.year
    if let end = year.end { reads.record(expiry: end) }
    return .int(year.number)
  }

  /// The menu; the item that the page stands below, or is, is the active one.
  private var menu: Value {
    let here = publication.base.path(of: view.url)
    return .list(
      publication.shared.menu.map { title, url in
        let isBelow = url != publication.base.path && url.hasSuffix("/") && here.hasPrefix(url)
        return .map(Map(Self.menuNames, [.text(title), .text(url), .bool(here == url || isBelow)]))
      })
  }

  private static let menuNames: [Name] = ["title", "url", "active"]

  private var sections: Value {
    guard let home else { return .list([]) }
    return .list(publication.tree.sections[home].children.map { view.object(.section($0)) })
  }

  private var taxonomies: Value {
    .list(
      publication.assembly.indexes.indices.filter {
        publication.assembly.indexes[$0].language == view.language
          && !publication.assembly.indexes[$0].terms.isEmpty
      }
      .map { .object(TaxonomyObject($0, in: view)) })
  }
}

extension Publication {
  var authorShown: Value {
    let author = configuration.author
    return .record(
      ("name", .text(author.name)), ("email", .text(orNone: author.email)),
      ("url", .text(orNone: author.url.map { address(of: $0) })),
      ("avatar", .text(orNone: author.avatar.flatMap(pictureAddress))), ("bio", .text(author.bio)),
      ("links", links(author.links)))
  }

  var themeShown: Value {
    let theme = configuration.theme
    return .record(
      ("accent", .text(orNone: theme.accent?.text)),
      ("logo", .text(orNone: theme.logo.flatMap(pictureAddress))), ("social", links(theme.social)))
  }

  private func links(_ items: [MenuItem]) -> Value {
    .list(items.map { .record(("title", .text($0.title)), ("url", .text(address(of: $0.url)))) })
  }

  /// The languages of the site, seen from a page in one of them.
  func languages(readIn current: String) -> Value {
    .list(
      tree.languages.map { language in
        .record(
          ("language", .text(language)), ("name", .text(LanguageName.of(language))),
          ("url", .text(base.path(of: assembly.settings.root(of: language)))),
          ("current", .bool(language == current)))
      })
  }

  /// The root section of a language.
  func root(of language: String) -> Int? {
    tree.sections.firstIndex { $0.path.isEmpty && $0.language == language }
  }

  /// All pages of a language, the latest first.
  func pages(in language: String) -> [PageID] {
    guard tree.languages.count > 1 else { return tree.byDate }
    return tree.byDate.filter { tree.pages[$0].language == language }
  }

  /// The present, as templates read dates.
  var now: String { setting.zone.moment(at: setting.now).rfc3339 }

  /// The terms of an index in the order of a dictionary.
  func alphabetical(_ index: Int) -> [Int] { alphabets[index] }

  /// What an address that an author wrote in a setting or a front matter leads to, with the path of the site.
  func address(of written: String, from subject: Subject? = nil) -> String {
    var reads = Reads()
    return address(of: written, from: subject, reads: &reads)
  }

  /// The same, noting where it was looked for.
  func address(of written: String, from subject: Subject? = nil, reads: inout Reads) -> String {
    let destination = Destination(written)
    guard destination.kind == .inside else { return written }
    let home = subject.map(home) ?? Home(url: "/", folder: "", language: tree.languages[0], path: "")
    let tail = destination.tail(fragment: destination.fragment)
    if case .found(let landing) = filler.search(destination, from: home, reads: &reads) {
      return base.path(of: landing.url).percentEncoded(keeping: .path) + tail
    }
    let isPublished = destination.path.hasPrefix(base.path)
    let url = LinkPath.resolved(destination.path, from: LinkPath.folder(of: home.url))
    return (isPublished ? url : base.path(of: url)).percentEncoded(keeping: .path) + tail
  }

  /// The address of a picture that `site.yaml` names; nil for one that is nowhere, which is told elsewhere.
  func pictureAddress(_ written: String) -> String? {
    var reads = Reads()
    let home = Home(url: "/", folder: "", language: tree.languages[0], path: "")
    let picture = picture(written, from: home, reads: &reads)
    return picture.isFound ? picture.url : nil
  }

  /// An address with the path of the site, made whole.
  func absolute(_ address: String) -> String {
    address.hasPrefix("/") && !address.hasPrefix("//") ? base.origin + address : address
  }
}

extension ZonedMoment {
  /// `2025-08-12T08:45:00+02:00`.
  fileprivate var rfc3339: String {
    var out: [UInt8] = []
    out.append(rfc3339: self)
    return String(decoding: out, as: UTF8.self)
  }
}
