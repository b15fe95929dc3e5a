import Bytes
import Diagnostics
import Site
import Workers

/// A finished site with what was seen in its pages, ready to be judged.
struct AuditedSite: Sendable {
  let publication: Publication
  let draft: PublicationDraft
  let sights: [(route: Route, sight: Sight)]
  /// What each route's page says; nil for what is no page.
  let facts: [PageFacts?]

  init(_ publication: Publication, _ draft: PublicationDraft, _ sights: [(route: Route, sight: Sight)]) {
    self.publication = publication
    self.draft = draft
    self.sights = sights
    let routes = publication.assembly.routes
    var facts = [PageFacts?](repeating: nil, count: routes.routes.count)
    for (route, sight) in sights {
      if let number = routes.number(at: route.url) { facts[number] = sight.facts }
    }
    self.facts = facts
  }

  /// Everything that is wrong, at the places where the author wrote it.
  func mistakes(with workers: Workers) throws -> [Mistake] {
    let site = Redirects(self).mistakes + Ways(self).mistakes + Machines(self).mistakes
    let pages = Titles(self).mistakes + Terms(self).mistakes + Looks(self).mistakes
    return site + pages + (try Placing(self).mistakes(of: slips, with: workers))
  }

  /// The slips of each page with those that only the whole site shows.
  private var slips: [(route: Route, slips: [Slip], contentStart: Int?)] {
    publication.assembly.routes.routes.indices.compactMap { number in
      guard let facts = facts[number] else { return nil }
      let route = publication.assembly.routes.routes[number]
      let slips = facts.slips + lostPlaces(of: facts) + Canonicals(self).slips(of: facts)
      return slips.isEmpty ? nil : (route, slips, facts.contentStart)
    }
  }

  /// The places on other pages that are not there.
  private func lostPlaces(of facts: PageFacts) -> [Slip] {
    facts.places.compactMap { place in
      guard let target = self.facts[Int(place.route)],
        !target.ids.contains(place.fragment), case let slip = place.slip,
        case .missingAnchor(let anchor, _, let meant)? = slip.finding as? HoleFinding
      else { return nil }
      let url = publication.assembly.routes.routes[Int(place.route)].url
      return Slip(
        finding: HoleFinding.missingAnchor(anchor, in: url, meant: meant), range: slip.range,
        needle: slip.needle, isInContent: slip.isInContent)
    }
  }

  /// What answers at an address that somebody wrote, whole or from the root; nil for one of another site.
  func route(at written: String) -> Landing? {
    let base = publication.setting.base
    var path = written
    if written.hasPrefix("https://") || written.hasPrefix("http://") {
      guard written.utf8.starts(with: base.origin.utf8) else { return nil }
      path = String(written.dropFirst(base.origin.count))
      guard path.isEmpty || path.hasPrefix("/") else { return nil }
      if path.isEmpty { path = "/" }
    }
    path = String(path.prefix { $0 != "#" && $0 != "?" })
    if base.path != "/", path.hasPrefix(base.path) { path = "/" + path.dropFirst(base.path.utf8.count) }
    path = path.percentDecoded() ?? path
    let routes = publication.assembly.routes
    if let number = routes.number(at: path) ?? routes.number(at: path + "/") { return .route(number) }
    return LinkTargets.machineAddresses.contains(path) ? .machine : .nothing
  }

  /// What answers at an address of the site.
  enum Landing: Equatable {
    case route(Int), machine, nothing
  }
}
