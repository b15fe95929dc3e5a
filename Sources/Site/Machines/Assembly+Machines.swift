import Bytes
import Frontmatter
import Language

// What the assembled site tells machines.

extension Assembly {
  /// The sitemap: pages, lists and terms, but for the further pages of lists and for pages that stay out.
  public func sitemap(at base: BaseURL) -> Sitemap {
    var translations: [PageID: [PageID]] = [:]
    for group in tree.translations() { for page in group { translations[page] = group } }
    return Sitemap(
      routes.routes.compactMap { route in
        guard route.output.isListed(in: tree, indexes, settings) else { return nil }
        switch route.output {
        case .page(let page):
          let others = translations[page, default: []].map {
            Sitemap.Translation(language: tree.pages[$0].language, url: base.absolute(tree.pages[$0].url))
          }
          return Sitemap.Entry(
            url: base.absolute(route.url), modified: tree.pages[page].entry.dates.modified?.moment,
            translations: others)
        case .section(let section, page: 1):
          return Sitemap.Entry(url: base.absolute(route.url), modified: latest(tree.allPages(of: section)))
        case .term(let index, let term, page: 1):
          let term = indexes[index].terms[term]
          return Sitemap.Entry(url: base.absolute(route.url), modified: latest(term.pages))
        case .terms, .inventory: return Sitemap.Entry(url: base.absolute(route.url))
        default: return nil
        }
      })
  }

  /// The lines of `_redirects`: the site's own rules first, then aliases and what other systems would have answered.
  public func redirections(_ rules: [RedirectRule], at base: BaseURL) -> [Redirection] {
    let own = rules.map { rule in
      Redirection(
        from: rule.from.hasPrefix("/") ? base.path(of: rule.from) : rule.from,
        to: rule.to.hasPrefix("/") ? base.path(of: rule.to) : rule.to, status: rule.status)
    }
    let derived = routes.routes.compactMap { route -> Redirection? in
      guard case .redirect(let target) = route.output else { return nil }
      return Redirection(
        from: base.path(of: route.url).percentEncoded(keeping: .path),
        to: base.path(of: target).percentEncoded(keeping: .path))
    }
    return own + derived
  }

  /// When the latest change among pages was.
  private func latest(_ pages: [PageID]) -> ZonedMoment? {
    pages.compactMap { tree.pages[$0].entry.dates.modified?.moment }.max { $0.instant < $1.instant }
  }
}
