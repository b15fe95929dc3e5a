import Language
import Markdown

// What a server of the site has to know beside what it answers.

/// What tells a page of a site in memory from the others, for who is writing it.
public struct LiveGlance: Sendable, Equatable {
  /// Why readers do not see it yet; nil for a page that is published.
  public let waits: Selection.Reason?
  public let words: Int
}

extension LiveSite {
  /// Where the site is published; nil before it could be understood for the first time.
  public var base: BaseURL? { publication?.base }

  /// The page that stands for what is not there, in the language of the address.
  public func notFound(for url: String) -> String? {
    guard let publication else { return nil }
    let settings = publication.assembly.settings
    let roots = publication.tree.languages.map { settings.root(of: $0) }
    let nearest = roots.filter(url.hasPrefix).max { $0.utf8.count < $1.utf8.count }
    return nearest.map { "\($0)404.html" }
  }

  /// What there is to know about a page; nil for what is no page of content.
  public func glance(at url: String) -> LiveGlance? {
    guard let publication, case .page(let page)? = publication.assembly.routes.route(at: url)?.output else {
      return nil
    }
    return LiveGlance(
      waits: publication.reasonToWait(page), words: publication.file(of: .page(page))?.brief.words ?? 0)
  }

  /// The addresses of the pages that readers do not see yet.
  public var waiting: [String] {
    guard let publication else { return [] }
    return publication.tree.pages.lazy.filter { publication.reasonToWait($0.id) != nil }.map(\.url)
  }

  /// The address of what a file of the site is published as; of several, that of the page.
  public func address(of source: String) -> String? {
    guard let publication else { return nil }
    return publication.assembly.routes.routes.first { $0.source == source }?.url
  }

  /// The next instant at which a page appears or expires; nil for never.
  public var nextChange: Instant? { publication?.tree.nextChange }

  /// What the style sheets ask of the site's policy, which is that of each page that uses them.
  public var needsOfSheets: Set<PolicyNeed> {
    sheets.reduce(into: []) { needs, url in
      if let sheet = answer(at: url) { needs.formUnion(sheet.needs) }
    }
  }

  /// `_headers` and `_redirects` as a build would write them, were the site to need no more than this.
  public func serverFiles(needing needs: Set<PolicyNeed>) -> [(path: String, bytes: [UInt8])] {
    publication?.serverFiles(needs).files ?? []
  }
}

extension Publication {
  /// What would keep a page from being built if nothing were asked for.
  fileprivate func reasonToWait(_ page: PageID) -> Selection.Reason? {
    Selection(now: setting.now).reason(against: tree.pages[page].entry)
  }
}
