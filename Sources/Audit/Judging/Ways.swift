import Diagnostics
import Frontmatter
import Site

/// Finds the pages that no way of links leads to from a home page.
struct Ways {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  var mistakes: [Mistake] {
    let routes = site.publication.assembly.routes.routes
    let reached = reached()
    return routes.indices.compactMap { number in
      let route = routes[number]
      guard !reached[number], route.output.isToBeReached, let facts = site.facts[number], !facts.isHidden
      else { return nil }
      let entry = site.publication.entry(of: route)
      guard entry?.metadata.sitemap.isExcluded != true else { return nil }
      return site.mistake(.orphan(route.url), in: entry, at: .title, of: route)
    }
  }

  /// The routes that somebody who begins at a home page may come to.
  private func reached() -> [Bool] {
    let routes = site.publication.assembly.routes
    var reached = [Bool](repeating: false, count: routes.routes.count)
    var open = site.publication.assembly.tree.sections.filter(\.path.isEmpty)
      .compactMap { routes.number(at: $0.url) }
    for home in open { reached[home] = true }
    while let next = open.popLast() {
      for way in site.facts[next]?.ways ?? [] where !reached[Int(way)] {
        reached[Int(way)] = true
        open.append(Int(way))
      }
    }
    return reached
  }
}

extension Output {
  /// Whether readers should find a way to it: pages, and the first page of a section's list.
  fileprivate var isToBeReached: Bool {
    switch self {
    case .page, .section(_, page: 1): true
    default: false
    }
  }
}

extension AuditedSite {
  /// A mistake of a page, at the key that says it, else at its first line.
  func mistake(_ finding: AuditFinding, in entry: Entry?, at field: Field?, of route: Route) -> Mistake {
    guard let entry, let source = draft.source(entry.file.shownPath) else {
      return Mistake(finding, path: route.source, place: nil)
    }
    let origin = field.flatMap { entry.metadata.origin(of: $0) }?.range ?? 0..<0
    return source.mistake(finding, at: origin.isEmpty ? source.firstLine : origin)
  }
}

extension Source {
  /// The first line, without its end.
  var firstLine: Range<Int> {
    0..<(bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count)
  }
}
