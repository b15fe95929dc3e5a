import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// How old facts are, and what that means.
@Suite("Freshness")
struct FreshnessTests {
  private static func instant(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(seconds: 0) }
  private static let fetched = instant("2026-11-20T12:00:00Z")

  @Test(
    "is told by the age",
    arguments: [
      ("2026-11-20T12:00:00Z", Freshness.live), ("2026-11-20T12:15:00Z", .live),
      ("2026-11-20T12:15:01Z", .recent),
      ("2026-11-27T12:00:00Z", .recent), ("2026-11-27T12:00:01Z", .expired),
      ("2027-11-20T12:00:00Z", .expired),
      // A clock that is behind.
      ("2026-11-19T12:00:00Z", .live),
    ])
  func ages(now: String, expected: Freshness) {
    let state = Freshness(
      fetchedAt: Self.fetched, staleSince: nil, now: Self.instant(now), thresholds: .standard)
    #expect(state == expected)
  }

  @Test("of a source that fails is that, however old its last answer is")
  func silence() {
    let since = Self.instant("2026-11-21T08:00:00Z")
    for fetched in [Self.fetched, nil] {
      let state = Freshness(
        fetchedAt: fetched, staleSince: since, isLive: true, now: Self.instant("2026-11-21T09:00:00Z"),
        thresholds: .standard)
      #expect(state == .noAnswer(since: since))
    }
  }

  @Test("of what nobody asked is that it is declared only")
  func declared() {
    let state = Freshness(fetchedAt: nil, staleSince: nil, now: Self.fetched, thresholds: .standard)
    #expect(state == .declaredOnly)
    #expect(Freshness(of: nil, now: Self.fetched, thresholds: .standard) == .declaredOnly)
  }

  @Test("of what was fetched in this run is live, whatever the threshold")
  func live() {
    let state = Freshness(
      fetchedAt: Self.fetched, staleSince: nil, isLive: true, now: Self.instant("2026-11-20T13:00:00Z"),
      thresholds: Thresholds(live: Age(seconds: 1)))
    #expect(state == .live)
  }

  @Test("is told in words and signs")
  func words() throws {
    let since = Self.instant("2026-11-19T23:30:00Z")
    let states: [Freshness] = [.live, .recent, .expired, .noAnswer(since: since), .declaredOnly]
    #expect(
      states.map { $0.words(in: .spanish) } == [
        "en vivo", "reciente", "caducado", "sin respuesta desde el 19 de noviembre de 2026", "solo declarado",
      ])
    #expect(
      states.map { $0.words(in: .english) } == [
        "live", "recent", "expired", "no answer since November 19, 2026", "declared only",
      ])
    #expect(states.map(\.name) == ["live", "recent", "expired", "no-answer", "declared"])
    #expect(Set(states.map(\.sign)).count == 5)
    let madrid = try Zone(named: "Europe/Madrid")
    #expect(
      Freshness.noAnswer(since: since).words(in: .spanish, zone: madrid)
        == "sin respuesta desde el 20 de noviembre de 2026")
  }

  @Test("changes at instants that can be told beforehand")
  func changes() {
    func next(_ now: String) -> String? {
      Freshness.nextChange(fetchedAt: Self.fetched, now: Self.instant(now), thresholds: .standard)?.rfc3339
    }
    #expect(next("2026-11-20T12:00:00Z") == "2026-11-20T12:15:01Z")
    #expect(next("2026-11-20T12:15:01Z") == "2026-11-27T12:00:01Z")
    #expect(next("2026-11-27T12:00:01Z") == nil)
  }

  private static let site = """
    freshness:
      live: 5m
      warn: 3d
      facts:
        "*.status": {warn: 1d}
        "cluster:gordito.*": {fail: 30d}
    sources:
      - {id: pve, type: kubernetes, max_age: {warn: 30d}}
      - {id: k8s, type: kubernetes}
    """

  @Test("has thresholds of the site, of sources and of single facts, the narrowest first")
  func policy() throws {
    let source = Source(path: "site.yaml", bytes: Array(Self.site.utf8))
    let policy = try InventorySettings.decode(YAML.read(source), from: source).value.ages
    func warn(_ source: String, _ path: String?) -> Int? {
      policy.thresholds(source: source, path: path).warn.map { $0.seconds / 86_400 }
    }
    #expect(warn("k8s", nil) == 3)
    #expect(warn("pve", nil) == 30)
    #expect(warn("pve", "host:neo.version") == 30)
    #expect(warn("pve", "host:neo.status") == 1)
    #expect(warn("k8s", "cluster:gordito.version") == 3)
    #expect(
      policy.thresholds(source: "k8s", path: "cluster:gordito.version").fail == Age(seconds: 30 * 86_400))
    #expect(policy.thresholds(source: "k8s").live == Age(seconds: 300))
    #expect(FreshnessPolicy().thresholds(source: "k8s") == .standard)
  }

  @Test("of a wrong threshold tells the place")
  func mistake() throws {
    let source = Source(path: "site.yaml", bytes: Array("freshness: {warn: pronto}\n".utf8))
    let report = #expect(throws: Report.self) {
      try InventorySettings.decode(YAML.read(source), from: source)
    }
    #expect(
      report?.told(in: .spanish) == """
        site.yaml:1:19: error: «freshness.warn»: se espera un tiempo como 15m, 12h o 7d y hay el texto «pronto»
           1 | freshness: {warn: pronto}
             |                   ^~~~~~

        """)
  }

  @Test(
    "patterns match whole paths, a star standing for anything",
    arguments: [
      ("*.serial", "host:nas.serial", true), ("*.serial", "host:nas.serials", false),
      ("host:*", "host:nas.model", true),
      ("host:*.gpu.*.model", "host:nas.gpu.igpu.model", true), ("a", "a", true), ("a", "ab", false),
      ("*", "", true),
      ("a*a", "a", false), ("a*b*c", "a-b-b-c", true), ("a*b*c", "acb", false), ("", "", true),
      ("", "x", false),
      ("**", "x", true), ("*x*x*", "x", false),
    ])
  func wildcards(pattern: String, text: String, matches: Bool) {
    #expect(Wildcard(pattern).matches(text) == matches)
  }
}
