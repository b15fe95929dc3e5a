import Diagnostics
import Disk
import Hosting

/// Looks at what a host will not take of the site's redirects and headers, before it drops it in silence.
struct HostReview {
  let host: HostingService
  let site: BuiltSite
  private let rules: ServerRules
  private let sources: [String: Source]

  init(of site: BuiltSite, at host: HostingService) throws(DeployFailure) {
    self.host = host
    self.site = site
    var sources: [String: Source] = [:]
    for file in site.files where [RedirectRules.name, HeaderRules.name].contains(file.key) {
      sources[file.key] = Source(
        path: site.root.appending(file.key).text, bytes: try site.bytes(of: file))
    }
    self.sources = sources
    rules = ServerRules(
      redirects: sources[RedirectRules.name]?.bytes ?? [],
      headers: sources[HeaderRules.name]?.bytes ?? [])
  }

  /// What is wrong, each with its place.
  var mistakes: [Mistake] { redirects + headers }
}

extension HostReview {
  private var redirects: [Mistake] {
    guard let source = sources[RedirectRules.name] else { return [] }
    guard host.readsRedirects else {
      // An alias has a page of its own that leads on; a rule of the site's own has none.
      let keys = Set(site.files.map(\.key))
      let lost = rules.redirects.rules.filter { rule in
        guard let plain = rule.from.plain else { return true }
        let path = plain.drop { $0 == "/" }
        return !keys.contains(String(path)) && !keys.contains("\(path)index.html")
          && !keys.contains("\(path)/index.html")
      }
      guard let first = lost.first else { return [] }
      return [mistake(.redirectsNotRead(lost.count, host: host.name), first.place, source)]
    }
    let dynamic = rules.redirects.rules.filter { $0.from.plain == nil }
    let plain = rules.redirects.rules.filter { $0.from.plain != nil }
    var found: [Mistake] = []
    if let limit = host.limits.dynamicRedirects {
      found += tooMany(plain.map(\.place), limit: host.limits.redirects, source)
      found += tooMany(dynamic.map(\.place), limit: limit, source)
    } else {
      found += tooMany(rules.redirects.rules.map(\.place), limit: host.limits.redirects, source)
    }
    return found + tooLong(rules.redirects.rules.map(\.place), limit: host.limits.redirectBytes, source)
  }

  private var headers: [Mistake] {
    guard let source = sources[HeaderRules.name], let first = rules.headers.rules.first else { return [] }
    guard host.readsHeaders else { return [mistake(.headersNotRead(host: host.name), first.place, source)] }
    let lines = source.bytes.split(separator: UInt8(ascii: "\n")).map { $0.startIndex..<$0.endIndex }
    return tooMany(rules.headers.rules.map(\.place), limit: host.limits.headerRules, source)
      + tooLong(lines, limit: host.limits.headerBytes, source)
  }

  private func tooMany(_ places: [Range<Int>], limit: Int?, _ source: Source) -> [Mistake] {
    guard let limit, places.count > limit else { return [] }
    return [mistake(.tooManyRules(places.count, limit: limit, host: host.name), places[limit], source)]
  }

  private func tooLong(_ places: [Range<Int>], limit: Int?, _ source: Source) -> [Mistake] {
    guard let limit else { return [] }
    return places.filter { $0.count > limit }.map {
      mistake(.tooLongRule($0.count, limit: limit, host: host.name), $0, source)
    }
  }

  private func mistake(_ finding: DeployFinding, _ place: Range<Int>, _ source: Source) -> Mistake {
    Mistake(finding, path: source.path, place: Place(of: place, in: source.bytes.span))
  }
}

extension BuiltSite {
  /// What a host will not take of the site's redirects and headers.
  public func review(for host: HostingService) throws(DeployFailure) -> [Mistake] {
    try HostReview(of: self, at: host).mistakes
  }
}
