import Diagnostics
import Nodes
import Site

/// Judges the redirects of `site.yaml`: against pages, against each other, and against what they lead to.
struct Redirects {
  private let site: AuditedSite
  private let rules: [RedirectRule]
  private let table: [String: String]

  init(_ site: AuditedSite) {
    self.site = site
    rules = site.publication.setting.configuration.redirects.rules
    table = Self.table(of: site.publication.setting.configuration)
  }

  /// Where the addresses lead that the rules answer; the first rule for an address counts.
  static func table(of configuration: Configuration) -> [String: String] {
    Dictionary(
      configuration.redirects.rules.filter { !isPattern($0.from) }.map { ($0.from, $0.to) },
      uniquingKeysWith: { first, _ in first })
  }

  /// More redirects in a row no browser follows.
  private static let mostSteps = 20

  var mistakes: [Mistake] {
    guard !rules.isEmpty else { return [] }
    let source = site.draft.folder.source
    let places = Self.places(in: source)
    var met: Set<String> = []
    var circles: Set<Set<String>> = []
    return rules.enumerated().flatMap { index, rule -> [Mistake] in
      let place = places.indices.contains(index) ? places[index] : (0..<0, 0..<0)
      return findings(of: rule, &met, &circles).map { finding, isAboutTarget in
        source.mistake(finding, at: isAboutTarget ? place.1 : place.0)
      }
    }
  }

  private func findings(
    of rule: RedirectRule, _ met: inout Set<String>, _ circles: inout Set<Set<String>>
  ) -> [(AuditFinding, isAboutTarget: Bool)] {
    var findings: [(AuditFinding, isAboutTarget: Bool)] = []
    if !Self.isPattern(rule.from) {
      if !met.insert(Self.folder(rule.from)).inserted {
        return [(.repeatedRedirect(rule.from), false)]
      }
      if case .route(let number) = site.route(at: rule.from) {
        let route = site.publication.assembly.routes.routes[number]
        findings.append(
          route.output.isRedirect
            ? (.repeatedRedirect(rule.from), false)
            : (.redirectOverPage(rule.from, page: route.source), false))
      }
    }
    if let finding = targetFinding(of: rule, &circles) { findings.append((finding, true)) }
    return findings
  }

  private func targetFinding(of rule: RedirectRule, _ circles: inout Set<Set<String>>) -> AuditFinding? {
    guard !Self.isPattern(rule.to) else { return nil }
    var way = [rule.from]
    var target = rule.to
    for _ in 0..<Self.mostSteps {
      way.append(target)
      guard let landing = site.route(at: target) else { return ended(way) }
      let path = String(target.prefix { $0 != "#" && $0 != "?" })
      var next = table[path] ?? table[Self.folder(path)] ?? table[String(path.dropLast())]
      if case .route(let number) = landing {
        guard case .redirect(let alias) = site.publication.assembly.routes.routes[number].output else {
          return ended(way)
        }
        next = next ?? alias
      }
      guard let next else {
        // A page that is still to come has its place already.
        let isThere = landing == .machine || site.publication.isWithheld(Self.folder(path))
        return isThere ? ended(way) : .redirectToNothing(target, from: rule.from)
      }
      if let start = way.firstIndex(where: { Self.folder($0) == Self.folder(next) }) {
        let circle = Set(way[start...].map(Self.folder))
        return circles.insert(circle).inserted ? .redirectLoop(way + [next]) : nil
      }
      target = next
    }
    return .redirectLoop(way)
  }

  /// What is wrong with a way that leads somewhere: only that it is long.
  private func ended(_ way: [String]) -> AuditFinding? { way.count > 2 ? .redirectChain(way) : nil }

  /// Whether an address stands for many.
  private static func isPattern(_ address: String) -> Bool {
    address.contains("*") || address.contains("/:")
  }

  /// `/viejo` and `/viejo/` are one address.
  private static func folder(_ path: String) -> String { path.hasSuffix("/") ? path : path + "/" }

  /// Where the rules stand in `site.yaml`: what they answer, and where they lead.
  private static func places(in source: Source) -> [(Range<Int>, Range<Int>)] {
    do throws(Report) {
      let node = try YAML.read(source)["redirects"]
      let list = node?.list ?? node?["rules"]?.list ?? []
      return list.map { ($0["from"]?.range ?? $0.range, $0["to"]?.range ?? $0.range) }
    } catch {
      // What cannot be read was told when the site was read.
      return []
    }
  }
}
