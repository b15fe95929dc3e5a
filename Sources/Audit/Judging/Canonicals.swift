import Site

/// Judges the canonical addresses that are not their page's own.
struct Canonicals {
  let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  /// What is wrong with the canonical address of a page.
  func slips(of facts: PageFacts) -> [Slip] {
    guard let canonical = facts.canonical, let landing = site.route(at: canonical.url) else { return [] }
    switch landing {
    case .machine: return []
    case .nothing: return [canonical.slip.finding(AuditFinding.brokenCanonical(canonical.url))]
    case .route(let number):
      guard !site.publication.assembly.routes.routes[number].output.isRedirect else {
        return [canonical.slip.finding(AuditFinding.brokenCanonical(canonical.url))]
      }
      guard let next = site.facts[number]?.canonical?.url else { return [] }
      return [canonical.slip.finding(AuditFinding.canonicalChain(canonical.url, to: next))]
    }
  }
}

extension Slip {
  /// The same place with another thing wrong.
  fileprivate func finding(_ finding: AuditFinding) -> Slip {
    Slip(finding: finding, range: range, needle: needle, isInContent: isInContent)
  }
}
