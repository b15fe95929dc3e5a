import Diagnostics
import Disk
import Foundation
import Language
import Nodes
import Synchronization
import TestSupport
import Testing

@testable import Inventory

@Suite("Pulling")
struct PullTests {
  private let site: TemporaryFolder

  init() throws { site = try TemporaryFolder() }

  /// A source that tells what it is told to tell.
  private struct Told: LiveSource {
    let answer: @Sendable () -> Result<Observed, SourceFinding>

    func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
      switch answer() {
      case .success(let facts): return SourceAnswer(facts)
      case .failure(let finding): throw SourceRefusal(finding, at: SourcePlace(path: "site.yaml"))
      }
    }
  }

  private func nodes(_ count: Int, _ version: String = "v1.33.4") -> Observed {
    var facts = Observed()
    for number in 0..<count {
      facts.nodes["n-\(number)"] = ObservedNode()
      facts.nodes["n-\(number)"]?.kubeletVersion = version
    }
    return facts
  }

  private func pull(
    _ answer: Result<Observed, SourceFinding>, _ more: String = "", acceptsShrink: Bool = false,
    after days: Int = 0,
    environment: [String: String] = [:]
  ) throws -> PullOutcome {
    let yaml = "{id: k8s, type: file, path: x\(more)}"
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    let settings = try SourceSettings.decode(YAML.read(source), from: source).value
    let context = PullContext(
      root: Path(site.path), environment: environment, now: Recordings.now.adding(seconds: days * 86_400),
      allowsExec: false)
    let pull = Pull(
      [Pull.Candidate(settings, Told { answer }, declaredIn: source)],
      into: SnapshotFolder(ofSite: Path(site.path)),
      in: context, publish: .standard, acceptsShrink: acceptsShrink)
    return try #require(try pull.run().first)
  }

  private func kept() throws -> Snapshot {
    try #require(SnapshotFolder(ofSite: Path(site.path)).latest(of: "k8s").snapshot)
  }

  @Test("renews what is known, and tells what changed")
  func renews() throws {
    #expect(try pull(.success(nodes(2))).state == .first)
    #expect(try pull(.success(nodes(2)), after: 1).state == .same)
    var facts = nodes(3, "v1.34.0")
    facts.nodes["n-1"] = nil
    let outcome = try pull(.success(facts), after: 2)
    #expect(outcome.state == .changed)
    #expect(
      outcome.changes?.changes.map { "\($0.path): \($0.before ?? "-") > \($0.now ?? "-")" } == [
        "nodes/n-0 kubelet_version: v1.33.4 > v1.34.0", "nodes/n-1:  > -", "nodes/n-2: - > ",
      ])
    #expect(try kept().facts == facts)
    #expect(try kept().fetchedAt == Recordings.now.adding(seconds: 2 * 86_400))
  }

  @Test("keeps the last facts of a source that does not answer, since when and why")
  func keeps() throws {
    _ = try pull(.success(nodes(2)))
    let outcome = try pull(.failure(.status(502)), after: 1)
    #expect(outcome.state == .kept)
    #expect(!outcome.isFatal)
    #expect(!outcome.remarks.fails())
    let since = Recordings.now.adding(seconds: 86_400)
    _ = try pull(.failure(.unauthorized), after: 2)
    #expect(
      try kept()
        == Snapshot(
          source: "k8s", facts: nodes(2), fetchedAt: Recordings.now, staleSince: since,
          lastError: "source-unauthorized"))
    let back = try pull(.success(nodes(2)), after: 3)
    #expect(back.state == .same)
    #expect(try kept().staleSince == nil)
  }

  /// A list that fails is not an empty list: what it held is kept, and dated, while all else is renewed.
  @Test("keeps the last facts of a kind that could not be read, with their own date, and renews the others")
  func kinds() throws {
    func answer(_ version: String, _ gap: ObservedGap.Reason?) -> Observed {
      var facts = gap == nil ? nodes(3) : Observed()
      facts.cluster = ObservedCluster()
      facts.cluster?.version = version
      facts.cluster?.distribution = gap == nil ? "k3s" : nil
      facts.workloads["deployment/media/jellyfin"] = gap == nil ? ObservedWorkload() : nil
      facts.workloads["daemonset/kube-system/cilium"] = ObservedWorkload()
      facts.numbers["watts"] = gap == nil ? ObservedNumber() : nil
      for kind in ["nodes", "deployments", "ingresses", "numbers/watts"] {
        facts.gaps[kind] = gap.map { ObservedGap($0) }
      }
      facts.gaps["httproutes"] = ObservedGap(.notInstalled)
      return facts
    }
    _ = try pull(.success(answer("v1.33.4", nil)))
    for (days, reason) in [(1, ObservedGap.Reason.unavailable), (2, .forbidden)] {
      let outcome = try pull(.success(answer("v1.34.0", reason)), after: days)
      #expect(outcome.state == .changed)
      #expect(
        outcome.remarks.sorted.map { $0.finding.sentence(in: .english).message } == [
          "the earlier facts of 'k8s' about deployments, nodes, and numbers/watts were kept"
        ])
      #expect(
        outcome.remarks.sorted.map { $0.finding.sentence(in: .spanish).message } == [
          "se conservan los datos anteriores de «k8s» sobre deployments, nodes y numbers/watts"
        ])
      let kept = try kept()
      #expect(kept.facts.nodes == nodes(3).nodes)
      #expect(kept.facts.workloads.count == 2 && kept.facts.numbers.count == 1)
      #expect(kept.facts.cluster?.version == "v1.34.0" && kept.facts.cluster?.distribution == "k3s")
      #expect(kept.fetchedAt == Recordings.now.adding(seconds: days * 86_400) && kept.staleSince == nil)
      #expect(kept.facts.gaps["nodes"]?.reason == reason && kept.facts.gaps["nodes"]?.since == Recordings.now)
      #expect(kept.facts.gaps["ingresses"]?.since == nil, "there were none")
      #expect(kept.facts.gaps["httproutes"]?.since == nil)
      #expect(kept.facts.since("nodes/n-1") == Recordings.now)
      #expect(kept.facts.since("daemonset/kube-system/cilium") == nil)
    }
    _ = try pull(.success(answer("v1.34.0", nil)), after: 3)
    #expect(try kept().facts == answer("v1.34.0", nil))
  }

  @Test("fails with a source that must answer")
  func fatal() throws {
    let outcome = try pull(.failure(.forbidden), ", on_error: fail")
    #expect(outcome.isFatal)
    #expect(outcome.remarks.fails())
    #expect(try kept().fetchedAt == nil)
  }

  @Test("never replaces what is good by nothing or by less than half, unless that is accepted")
  func shrinks() throws {
    _ = try pull(.success(nodes(5)))
    for facts in [Observed(), nodes(2)] {
      let outcome = try pull(.success(facts), after: 1)
      #expect(outcome.state == .shrunk)
      #expect(
        outcome.remarks.told(in: .english) == """
          site.yaml:1:6: error: 'k8s' tells \(facts.count) things where it told 5; the earlier facts were kept
             1 | {id: k8s, type: file, path: x}
               |      ^~~
          hint: if they are really gone, run 'sitegen inventory pull --accept-shrink'

          """)
      #expect(try kept().facts == nodes(5))
      #expect(try kept().lastError == "source-shrunk")
    }
    #expect(try pull(.success(nodes(2)), acceptsShrink: true).state == .changed)
    #expect(try kept().facts == nodes(2))
  }

  @Test("writes nothing private, not even a secret of the environment, and says what it left out")
  func redacts() throws {
    var facts = nodes(1)
    facts.nodes["n-0"]?.osImage = "clave-muy-secreta"
    facts.nodes["n-0"]?.architecture = "10.0.0.7"
    let outcome = try pull(.success(facts), environment: ["API_TOKEN": "clave-muy-secreta"])
    #expect(
      outcome.remarks.sorted.map { $0.finding.sentence(in: .english).message } == [
        "'nodes.n-0.architecture' looks private and was left out",
        "'nodes.n-0.os_image' looks private and was left out",
      ])
    #expect(try kept().facts == nodes(1))
  }

  @Test("goes on with a new snapshot where the old one is damaged")
  func damaged() throws {
    try site.write("{", to: "inventory/live/k8s.json")
    let outcome = try pull(.success(nodes(1)))
    #expect(outcome.state == .first)
    #expect(outcome.remarks.sorted.map(\.finding.code) == ["snapshot-damaged"])
    #expect(try kept().facts == nodes(1))
  }

  @Test("asks four sources at once, not one after another")
  func parallel() throws {
    let under = Mutex(0)
    let most = Mutex(0)
    let candidates = try (0..<8).map { number in
      let source = Source(path: "site.yaml", bytes: Array("{id: s\(number), type: file, path: x}".utf8))
      let settings = try SourceSettings.decode(YAML.read(source), from: source).value
      let told = Told {
        let now = under.withLock { value in
          value += 1
          return value
        }
        most.withLock { $0 = max($0, now) }
        Thread.sleep(forTimeInterval: 0.1)
        under.withLock { $0 -= 1 }
        return .success(Observed())
      }
      return Pull.Candidate(settings, told, declaredIn: source)
    }
    let context = PullContext(root: Path(site.path), environment: [:], now: Recordings.now, allowsExec: false)
    let done = Mutex<[Int]>([])
    let outcomes = try Pull(
      candidates, into: SnapshotFolder(ofSite: Path(site.path)), in: context, publish: .standard,
      acceptsShrink: false
    ).run { number in done.withLock { $0.append(number) } }
    #expect(outcomes.map(\.source) == (0..<8).map { "s\($0)" })
    #expect(most.withLock { $0 } == 4)
    #expect(done.withLock { $0.sorted() } == Array(1...8))
  }

  @Test("of whole recorded servers leaves nothing that was planted in any snapshot or message")
  func planted() throws {
    let servers = try SourceServers.started.get().server
    let clusters = try RecordedClusters.started.get()
    try site.write(bytes: servers.certificates.read("authority.pem"), to: "ca.pem")
    try site.write(bytes: clusters.server.certificates.read("authority.pem"), to: "k8s.pem")
    var yaml = """
      sources:
        - {id: prom, type: prometheus, address: "\(servers.url("good", "prometheus"))", authority: ca.pem, queries: {
            a: {query: homelab_power_watts}, b: {query: "sum(homelab_power_watts)"}, c: {query: homelab_quota_bytes},
            d: {query: homelab_http_requests_total}, e: {query: node_uname_info},
            f: {query: "homelab_power_watts * on(job) homelab_cluster_nodes"}}}

      """
    for name in ["gordito", "data", "talos"] {
      try site.write(
        """
        current-context: lab
        clusters: [{name: casa, cluster: {server: "\(clusters.server.url(name).dropLast())", certificate-authority: k8s.pem}}]
        users: [{name: ana, user: {token: token-of-the-reader}}]
        contexts: [{name: lab, context: {cluster: casa, user: ana}}]

        """, to: "\(name).kubeconfig")
      yaml += "  - {id: \(name), type: kubernetes, kubeconfig: \(name).kubeconfig}\n"
    }
    let source = Source(path: "site.yaml", bytes: Array(yaml.utf8))
    let settings = try InventorySettings.decode(YAML.read(source), from: source).value
    let context = PullContext(root: Path(site.path), environment: [:], now: Recordings.now, allowsExec: false)
    let outcomes = try Pull(
      settings.sources.map { Pull.Candidate($0, $0.source(declaredIn: source), declaredIn: source) },
      into: SnapshotFolder(ofSite: Path(site.path)), in: context, publish: .standard, acceptsShrink: false
    ).run()
    #expect(outcomes.allSatisfy { $0.state == .first })
    var told = outcomes.map { $0.remarks.told }.joined()
    let live = URL(filePath: site.path).appending(path: "inventory/live")
    for case let url as URL in FileManager.default.enumerator(at: live, includingPropertiesForKeys: nil)
      ?? .init()
    where url.pathExtension == "json" {
      told += String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    #expect(told.contains("jellyfin"))
    #expect(clusters.planted(in: told) == [])
  }
}
