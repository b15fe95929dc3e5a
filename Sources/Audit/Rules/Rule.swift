import Diagnostics

/// What `check` looks for, by the names that findings carry and that `check:` in `site.yaml` speaks of.
public enum Rule: String, Sendable, CaseIterable {
  // Links; the first four are told by the build too.
  case brokenLink = "link-broken"
  case missingAnchor = "link-anchor"
  case withheldLink = "link-withheld"
  case missingPicture = "picture-missing"
  case redirectedLink = "link-redirected"
  case linkToOwnHost = "link-own-host"
  case linkWithoutText = "link-no-text"
  case emptyLink = "link-empty"
  case sameText = "link-same-text"

  // Pictures and frames.
  case pictureWithoutWords = "picture-alt"
  case pictureNamedByFile = "picture-alt-file"
  case frameWithoutTitle = "frame-title"

  // Places.
  case repeatedID = "id-duplicate"
  case malformedID = "id-malformed"
  case missingID = "id-reference"

  // Redirects.
  case redirectLoop = "redirect-loop"
  case redirectChain = "redirect-chain"
  case redirectOverPage = "redirect-over-page"
  case redirectToNothing = "redirect-missing"
  case repeatedRedirect = "redirect-repeated"

  // Ways to pages, and what machines are told of them.
  case orphan = "page-orphan"
  case missingInSitemap = "sitemap-missing"
  case unknownInSitemap = "sitemap-unknown"
  case hiddenInSitemap = "sitemap-hidden"
  case unknownInFeed = "feed-unknown"
  case unannouncedFeed = "feed-unannounced"
  case closedToRobots = "robots-closed"

  // Canonical addresses.
  case noCanonical = "canonical-missing"
  case repeatedCanonical = "canonical-repeated"
  case relativeCanonical = "canonical-relative"
  case brokenCanonical = "canonical-broken"
  case canonicalChain = "canonical-chain"

  // What search engines show.
  case noTitle = "title-missing"
  case repeatedTitle = "title-duplicate"
  case longTitle = "title-long"
  case noDescription = "description-missing"
  case repeatedDescription = "description-duplicate"
  case longDescription = "description-long"

  // Structure.
  case noMainHeading = "heading-missing"
  case repeatedMainHeading = "heading-repeated"
  case skippedHeading = "heading-order"
  case emptyHeading = "heading-empty"
  case tableWithoutHeader = "table-header"

  // Language, safety, looks, terms.
  case noLanguage = "language-missing"
  case foreignPassage = "language-foreign"
  case mixedContent = "mixed-content"
  case lowContrast = "theme-contrast"
  case similarTerm = "tag-similar"

  /// How grave a finding is where nobody says otherwise.
  public var severity: Severity {
    switch self {
    // Nobody gets through at all.
    case .redirectLoop: .error
    default: .warning
    }
  }
}
