import Diagnostics
import Language

/// What `check` finds in a finished site beyond what the build tells, as facts.
public enum AuditFinding: Finding, Hashable {
  // Links.
  case redirectedLink(String, to: String)
  case linkToOwnHost(String, path: String)
  case linkWithoutText(String)
  case emptyLink(String)
  case sameText(String, first: String, other: String)

  // Pictures and frames.
  case pictureWithoutWords(String)
  case pictureNamedByFile(String)
  case frameWithoutTitle

  // Places.
  case repeatedID(String)
  case malformedID(String)
  case missingID(String, attribute: String)

  // Redirects: each with the addresses in the order in which a reader would come through them.
  case redirectLoop([String])
  case redirectChain([String])
  case redirectOverPage(String, page: String)
  case redirectToNothing(String, from: String)
  case repeatedRedirect(String)

  // Ways to pages, and what machines are told of them.
  case orphan(String)
  case missingInSitemap(String, more: Int)
  case unknownInSitemap(String)
  case hiddenInSitemap(String)
  case unknownInFeed(String)
  case unannouncedFeed(String)
  case closedToRobots

  // Canonical addresses.
  case noCanonical
  case repeatedCanonical
  case relativeCanonical(String)
  case brokenCanonical(String)
  case canonicalChain(String, to: String)

  // What search engines show.
  case noTitle
  case emptyTitle
  case repeatedTitle(String, other: String)
  case longTitle(Int)
  case noDescription
  case repeatedDescription(other: String)
  case longDescription(Int)

  // Structure.
  case noMainHeading
  case repeatedMainHeading
  case skippedHeading(from: Int, to: Int)
  case emptyHeading
  case tableWithoutHeader

  // Language, safety, looks, terms.
  case noLanguage
  case foreignPassage(Tongue)
  case mixedContent(String)
  case lowContrast(String, light: Int, dark: Int, shown: String)
  case similarTerm(String, other: String, count: Int)

  public var severity: Severity { rule.severity }
  public var code: String { rule.rawValue }

  /// The rule by whose name it is known.
  public var rule: Rule {
    switch self {
    case .redirectedLink: .redirectedLink
    case .linkToOwnHost: .linkToOwnHost
    case .linkWithoutText: .linkWithoutText
    case .emptyLink: .emptyLink
    case .sameText: .sameText
    case .pictureWithoutWords: .pictureWithoutWords
    case .pictureNamedByFile: .pictureNamedByFile
    case .frameWithoutTitle: .frameWithoutTitle
    case .repeatedID: .repeatedID
    case .malformedID: .malformedID
    case .missingID: .missingID
    case .redirectLoop: .redirectLoop
    case .redirectChain: .redirectChain
    case .redirectOverPage: .redirectOverPage
    case .redirectToNothing: .redirectToNothing
    case .repeatedRedirect: .repeatedRedirect
    default: pageRule
    }
  }

  private var pageRule: Rule {
    switch self {
    case .orphan: .orphan
    case .missingInSitemap: .missingInSitemap
    case .unknownInSitemap: .unknownInSitemap
    case .hiddenInSitemap: .hiddenInSitemap
    case .unknownInFeed: .unknownInFeed
    case .unannouncedFeed: .unannouncedFeed
    case .closedToRobots: .closedToRobots
    case .noCanonical: .noCanonical
    case .repeatedCanonical: .repeatedCanonical
    case .relativeCanonical: .relativeCanonical
    case .brokenCanonical: .brokenCanonical
    case .canonicalChain: .canonicalChain
    default: textRule
    }
  }

  private var textRule: Rule {
    switch self {
    case .noTitle, .emptyTitle: .noTitle
    case .repeatedTitle: .repeatedTitle
    case .longTitle: .longTitle
    case .noDescription: .noDescription
    case .repeatedDescription: .repeatedDescription
    case .longDescription: .longDescription
    case .noMainHeading: .noMainHeading
    case .repeatedMainHeading: .repeatedMainHeading
    case .skippedHeading: .skippedHeading
    case .emptyHeading: .emptyHeading
    case .tableWithoutHeader: .tableWithoutHeader
    case .noLanguage: .noLanguage
    case .foreignPassage: .foreignPassage
    case .mixedContent: .mixedContent
    case .lowContrast: .lowContrast
    case .similarTerm: .similarTerm
    default: preconditionFailure("a finding without a rule")
    }
  }
}
