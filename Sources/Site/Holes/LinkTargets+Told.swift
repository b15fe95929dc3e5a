import Bytes
import Diagnostics
import Language

extension LinkTargets {
  /// So many mistakes get a near miss; looking for more would take longer than reading them.
  private static let mostNearMisses = 20

  /// So many warnings are told; who has more mends these first.
  static let mostWarnings = 1000

  /// The faults of a whole build as they are told: each once, by file and place, with what was most likely meant.
  ///
  /// Errors are all told; of warnings the first, and how many more there are.
  public func told(_ faults: [Fault]) -> [Fault] {
    faults.isEmpty ? [] : told([faults.map(MarkedFault.init)])
  }

  /// The same of the faults of each output, whose marks were reckoned beforehand by those who found them.
  func told(_ faults: [[MarkedFault]]) -> [Fault] {
    var known = guesses.guesses
    let told = told(faults, knowing: &known)
    guesses.add(known)
    return told
  }

  /// The same; a guess that is known is not made again, and in the end those are known that were needed.
  func told(_ faults: [[MarkedFault]], knowing guesses: inout Guesses) -> [Fault] {
    let known = guesses
    guesses = Guesses()
    let (chosen, more) = Self.chosen(faults)
    let sorted = chosen.sorted { one, other in
      if one.path != other.path { return one.path < other.path }
      let (mine, theirs) = (one.range?.lowerBound ?? 0, other.range?.lowerBound ?? 0)
      return mine == theirs ? one.finding.code < other.finding.code : mine < theirs
    }
    var left = Self.mostNearMisses
    let told = sorted.map { fault in
      guard left > 0, let finding = fault.finding as? HoleFinding, finding.wantsNearMiss else { return fault }
      left -= 1
      let explained = explained(finding) { written, isPicture in
        let question = "\(isPicture) \(fault.path)\n\(written)"
        let answer = known[question] ?? nearMiss(of: written, in: fault.path, isPicture: isPicture)
        guesses[question] = .some(answer)
        return answer
      }
      return Fault(explained, at: fault.range ?? 0..<0, of: fault.path)
    }
    return more == 0 ? told : told + [Fault(HoleFinding.more(more), at: 0..<0, of: "content")]
  }

  /// Each fault once, and how many warnings were left out; the order of the outputs decides which are the first.
  private static func chosen(_ faults: [[MarkedFault]]) -> (faults: [Fault], more: Int) {
    var chosen: [Fault] = []
    var known = DigestSet(capacity: faults.reduce(0) { $0 + $1.count })
    var warnings = 0
    for marked in faults.joined() where known.insert(marked.digest.value) {
      if marked.isWarning { warnings += 1 }
      if !marked.isWarning || warnings <= mostWarnings { chosen.append(marked.fault) }
    }
    return (chosen, max(0, warnings - mostWarnings))
  }
}

extension HoleFinding {
  fileprivate var wantsNearMiss: Bool {
    switch self {
    case .brokenLink, .brokenReference, .missingPicture: true
    default: false
    }
  }

  /// What it is about.
  var subject: String {
    switch self {
    case .brokenLink(let written, _), .withheldLink(let written, _), .brokenReference(let written, _),
      .missingPicture(let written, _, _), .unreadPicture(let written), .missingAnchor(let written, _, _):
      written
    case .more: ""
    }
  }
}

// MARK: Near misses

extension LinkTargets {
  /// What was most likely meant by what leads nowhere, by what was asked; as long as the places of a site stay the same,
  /// so do the answers.
  typealias Guesses = [String: String?]

  private func explained(_ finding: HoleFinding, guessing guess: (String, Bool) -> String?) -> HoleFinding {
    switch finding {
    case .brokenLink(let written, _): .brokenLink(written, meant: guess(written, false))
    case .brokenReference(let written, _): .brokenReference(written, meant: guess(written, false))
    case .missingPicture(let written, let place, _):
      .missingPicture(written, place: place, meant: guess(written, true))
    default: finding
    }
  }

  /// What a lost destination most likely means, spelt as its author spells: by file or by address.
  private func nearMiss(of written: String, in path: String, isPicture: Bool) -> String? {
    let destination = Destination(written)
    let name = LinkPath.name(of: destination.path)
    guard !name.isEmpty else { return nil }
    if isPicture || LinkPath.withoutMarkdownEnding(name) == nil && LinkPath.namesFile(destination.path) {
      return nearFile(to: name)
    }
    let tail = destination.tail(fragment: destination.fragment)
    guard let bare = LinkPath.withoutMarkdownEnding(name) else {
      return nearAddress(to: LinkPath.name(of: LinkPath.slugged(destination.path))).map { $0 + tail }
    }
    let folder = LinkPath.folder(of: String(path.dropFirst("content/".count))).split(separator: "/")
    return nearPage(to: bare).map { page in
      let isBeside = page.entry.file.folder == folder.joined(separator: "/")
      return (isBeside ? LinkPath.name(of: page.entry.file.path) : "/" + page.entry.file.path) + tail
    }
  }

  /// The page whose name is nearest; one of that very name in another place is nearer than any.
  private func nearPage(to name: String) -> Page? {
    let names = assembly.tree.pages.map { $0.entry.file.name }
    let near = names.firstIndex(of: name) ?? nearest(to: name, among: names).flatMap(names.firstIndex)
    return near.map { assembly.tree.pages[$0] }
  }

  /// The address of a page, a list or a term whose last part is nearest.
  private func nearAddress(to name: String) -> String? {
    let routes = assembly.routes.routes
    let places = routes.indices.filter { routes[$0].output.isPlace }
    let names = places.map { LinkPath.name(of: routes[$0].url) }
    let near = names.firstIndex(of: name) ?? nearest(to: name, among: names).flatMap(names.firstIndex)
    return near.map { routes[places[$0]].url }
  }

  private func nearFile(to name: String) -> String? {
    let files = assembly.routes.routes.compactMap { route -> String? in
      if case .file = route.output { route.url } else { nil }
    }
    if let same = files.first(where: { LinkPath.name(of: $0) == name }) { return same }
    guard let near = nearest(to: name, among: files.lazy.map(LinkPath.name)) else { return nil }
    return files.first { LinkPath.name(of: $0) == near }
  }
}

extension Output {
  /// Whether readers go there: the first page of something.
  fileprivate var isPlace: Bool {
    switch self {
    case .page, .section(_, page: 1), .terms, .term(_, _, page: 1): true
    default: false
    }
  }
}
