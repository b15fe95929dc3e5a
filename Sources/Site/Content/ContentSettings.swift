import Language
import Nodes

/// What the content tree must know of the site's configuration.
public struct ContentSettings: Sendable {
  /// The site's own language.
  public let language: String
  public let zone: Zone
  /// Such as `production`; rules of a cascade may ask for it.
  public let environment: String
  /// Where the site is at home, whatever address one build is made for.
  public let publishedAt: BaseURL
  public let sections: Table<SectionSettings>
  public let taxonomies: [TaxonomyPlace]

  public init(_ configuration: Configuration, zone: Zone, environment: String = "production") {
    let language = configuration.language.text
    self.language = language
    self.zone = zone
    self.environment = environment
    publishedAt = configuration.baseURL
    sections = configuration.sections
    let declared = configuration.taxonomies.rows.map(\.key)
    let usual = TaxonomyPlace.usual.filter { !declared.contains($0) }
    taxonomies = (declared + usual).map {
      TaxonomyPlace(name: $0, settings: configuration.taxonomies[$0], siteLanguage: language)
    }
  }

  /// The taxonomies that pages fill by a key of their own, beside the four that every system has.
  public var ownTaxonomies: [String] {
    taxonomies.map(\.name).filter { !TaxonomyPlace.usual.contains($0) }
  }

  /// The languages that a file's name may end in.
  public var languages: [String] {
    [language] + Tongue.allCases.map(\.rawValue).filter { $0 != language }
  }

  /// Where the pages of a language live: `/` for the site's own, `/en/` for another.
  public func root(of language: String) -> String {
    language == self.language ? "/" : "/\(language.lowercased())/"
  }
}
