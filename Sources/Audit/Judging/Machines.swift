import Diagnostics
import Frontmatter
import Site

/// Judges what machines are told: the sitemap and the feeds against the pages, and what keeps machines away.
struct Machines {
  private let site: AuditedSite

  init(_ site: AuditedSite) { self.site = site }

  var mistakes: [Mistake] {
    var mistakes = unannounced
    var hasOwnSitemap = false
    for (route, sight) in site.sights {
      guard case .file(let bytes) = sight else { continue }
      let source = Source(path: route.source, bytes: bytes)
      if route.url == "/robots.txt" {
        mistakes += robots(source)
      } else if source.holds("<urlset") {
        hasOwnSitemap = hasOwnSitemap || route.url == "/sitemap.xml"
        mistakes += sitemap(source)
      } else if source.holds("<rss") || source.holds("<feed") {
        mistakes += feed(source)
      }
    }
    return hasOwnSitemap ? mistakes : mistakes + hidden
  }
}

// MARK: The sitemap

extension Machines {
  /// An author's own sitemap: what it lists, and what it leaves out.
  private func sitemap(_ source: Source) -> [Mistake] {
    var mistakes: [Mistake] = []
    var listed: Set<String> = []
    for (url, range) in source.texts(between: "<loc>", and: "</loc>") {
      listed.insert(url)
      guard case .route(let number)? = site.route(at: url),
        !site.publication.assembly.routes.routes[number].output.isRedirect
      else {
        mistakes.append(source.mistake(AuditFinding.unknownInSitemap(url), at: range))
        continue
      }
      if site.facts[number]?.isHidden == true {
        mistakes.append(source.mistake(AuditFinding.hiddenInSitemap(url), at: range))
      }
    }
    let all = site.publication.assembly.sitemap(at: site.publication.setting.base).entries
    let missing = all.map(\.url).filter { !listed.contains($0) }
    guard let first = missing.first else { return mistakes }
    let finding = AuditFinding.missingInSitemap(first, more: missing.count - 1)
    return mistakes + [source.mistake(finding, at: source.firstLine)]
  }

  /// Pages whose template hides them from search engines, while the sitemap lists them.
  private var hidden: [Mistake] {
    guard !site.publication.setting.isHidden else { return [] }
    let routes = site.publication.assembly.routes.routes
    return routes.indices.compactMap { number in
      let route = routes[number]
      guard site.facts[number]?.isHidden == true, case .page = route.output,
        let entry = site.publication.entry(of: route), !entry.metadata.sitemap.isExcluded,
        entry.metadata.robots?.lowercased().contains("noindex") != true
      else { return nil }
      return site.mistake(.hiddenInSitemap(route.url), in: entry, at: .template, of: route)
    }
  }
}

// MARK: Feeds and robots

extension Machines {
  /// An author's own feed: where it leads.
  private func feed(_ source: Source) -> [Mistake] {
    let links =
      source.texts(between: "<link>", and: "</link>") + source.texts(between: "<link href=\"", and: "\"")
    return links.compactMap { url, range in
      guard site.route(at: url) == .nothing else { return nil }
      return source.mistake(AuditFinding.unknownInFeed(url), at: range)
    }
  }

  /// Feeds of the site that no page tells of.
  private var unannounced: [Mistake] {
    let announced = Set(site.facts.flatMap { $0?.feeds ?? [] })
    let routes = site.publication.assembly.routes
    return site.publication.assembly.tree.sections.filter(\.path.isEmpty).compactMap { home in
      guard let number = routes.number(at: home.url + FeedFormat.atom.fileName),
        let page = routes.route(at: home.url), !announced.contains(Int32(number))
      else { return nil }
      return Mistake(
        AuditFinding.unannouncedFeed(routes.routes[number].url),
        path: site.templatePath(of: page, holding: "<head"), place: nil
      )
    }
  }

  /// An author's own `robots.txt` that leaves everything out.
  private func robots(_ source: Source) -> [Mistake] {
    guard !site.publication.setting.isHidden else { return [] }
    var isForAll = false
    var start = 0
    for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      guard let key = words.first?.lowercased() else { continue }
      if key == "user-agent:" { isForAll = words.count == 2 && words[1] == "*" }
      if isForAll, key == "disallow:", words.count == 2, words[1] == "/" {
        return [source.mistake(AuditFinding.closedToRobots, at: start..<start + line.count)]
      }
    }
    return []
  }
}

extension Source {
  fileprivate func holds(_ text: String) -> Bool { firstRange(of: text, from: 0) != nil }

  /// All texts between two marks, white space aside, with their places.
  fileprivate func texts(between open: String, and close: String) -> [(String, Range<Int>)] {
    var found: [(String, Range<Int>)] = []
    var index = 0
    while let start = firstRange(of: open, from: index)?.upperBound,
      let end = firstRange(of: close, from: start)?.lowerBound
    {
      var (lower, upper) = (start, end)
      while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
      while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
      var text: [UInt8] = []
      bytes.withUnsafeBufferPointer { text.append(decodingReferences: $0[lower..<upper]) }
      found.append((String(decoding: text, as: UTF8.self), lower..<upper))
      index = end
    }
    return found
  }
}
