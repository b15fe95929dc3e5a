import Diagnostics

/// What a site in memory has answered since it last changed: of many pages only the last ones are kept whole.
struct LiveAnswers: Sendable {
  /// So many bytes of pages are kept.
  private static let limit = 48 << 20

  private var answers: [String: LiveAnswer] = [:]
  /// The addresses of those that are whole.
  private var whole = Recent<String>(limit: limit)

  /// What was answered at an address; nil for what has to be rendered again.
  subscript(url: String) -> LiveAnswer? {
    guard let answer = answers[url], !answer.isForgotten else { return nil }
    return answer
  }

  /// What is wrong with what was answered.
  var mistakes: [Mistake] { answers.values.flatMap(\.mistakes) }

  mutating func keep(_ answer: LiveAnswer, at url: String) {
    // Two who asked at once have the same answer.
    guard self[url] == nil else { return }
    answers[url] = answer
    for url in whole.put(url, size: answer.size) { answers[url]?.forget() }
  }

  /// The answers that would be the same now.
  func kept(from old: LiveState?, to site: LiveState) -> LiveAnswers {
    guard var old else { return LiveAnswers() }
    let publication = site.publication
    old.facts.addAnswers(of: old.publication)
    let staleness = Staleness(from: old.facts, at: old.publication.setting.now, to: publication, site.facts)
    var kept = self
    kept.answers = answers.filter { url, answer in
      guard let route = publication.assembly.routes.route(at: url) else { return false }
      switch route.output {
      // What is put together from the whole site is quickly made again; a file may be another at any time.
      case .sitemap, .file, .asset: return false
      default: break
      }
      return staleness.reasons(for: answer.trace, showing: publication.keys.digest(of: route.output)).isEmpty
    }.mapValues { $0.told(by: publication, site.draft) }
    kept.whole = whole.filter { kept.answers[$0] != nil }
    return kept
  }

  /// The addresses that were answered here and not there.
  func urls(missingIn other: LiveAnswers) -> [String] {
    answers.keys.filter { other.answers[$0] == nil }.sorted { $0.precedes($1) }
  }
}
