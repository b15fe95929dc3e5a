import Templates

/// What the site says of itself in one language, wherever it is asked: made once and not on each page.
final class SiteSheet: Sendable {
  /// The keys of the members, and what they say, in their order; nil for what depends on the page.
  private let keys: [UInt64]
  private let answers: [Value?]
  /// The section at the root.
  let home: Int?

  init(_ publication: Publication, in language: String) {
    home = publication.root(of: language)
    let members = SiteObject.Member.allCases
    keys = members.map { FactKey.site($0.rawValue, in: language) }
    answers = members.map { Self.answer($0, publication, language) }
  }

  /// The key and the answer of the member at a place.
  subscript(place: Int) -> (key: UInt64, answer: Value?) { (keys[place], answers[place]) }

  private static func answer(
    _ member: SiteObject.Member, _ publication: Publication, _ language: String
  ) -> Value? {
    let root = publication.assembly.settings.root(of: language)
    return switch member {
    case .title: .text(publication.configuration.title)
    case .description: .text(publication.configuration.description)
    case .language: .text(language)
    case .baseURL: .text(publication.base.origin + publication.base.path)
    case .url: .text(publication.base.path(of: root))
    case .permalink: .text(publication.base.absolute(root))
    case .author: publication.authorShown
    case .theme: publication.themeShown
    case .languages: publication.languages(readIn: language)
    case .data: publication.setting.data
    case .environment: .text(publication.setting.environment)
    case .noindex: .bool(publication.setting.isHidden)
    case .generator: "sitegen"
    case .icons: publication.icons
    case .menu, .pages, .sections, .taxonomies, .feeds, .now, .year, .home, .inventory: nil
    }
  }
}
