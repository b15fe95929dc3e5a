import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What is declared beside what was observed.
@Suite("Drift")
struct DriftTests {
  /// What `diff` would list, one line each.
  private func lines(_ homelab: Homelab) -> [String] {
    let wording = Wording(of: homelab, in: .english, for: .owner)
    return homelab.drift().differences.map { difference in
      "\(difference.kind.rawValue) \(difference.entity?.description ?? difference.key): \(wording.text(difference))"
    }
  }

  @Test("is nothing where all is as declared, but conditions that are met are told")
  func none() {
    let homelab = SampleObserved.homelab()
    #expect(lines(homelab) == ["satisfied cluster:talos-ha: version: declared ≥\u{A0}1.35, observed v1.36.2"])
    let drift = homelab.drift()
    #expect(!drift.hasDrifted)
    #expect(drift.agreements == 20)
    #expect(homelab.verdict(drift, of: EntityID(.cluster, "gordito")) == .clean)
    #expect(homelab.verdict(drift, of: EntityID(.cluster, "data")) == .unobserved)
  }

  @Test("is what is missing, what is too much, and what differs")
  func differences() {
    var gordito = SampleObserved.gordito
    gordito.nodes["gordito-w1"] = nil
    gordito.nodes["gordito-w9"] = SampleObserved.node()
    gordito.cluster?.distribution = "k0s"
    gordito.cluster?.gitops = "argocd"
    gordito.workloads["deployment/media/jellyfin"] = nil
    var exposure = ObservedExposure()
    exposure.hosts = ["shop.example.org"]
    gordito.exposures["ingress/shop/shop"] = exposure
    var talos = SampleObserved.talos
    talos.cluster?.version = "v1.34.9"
    talos.cluster?.kubeProxy = .present
    talos.nodes["talos-cp-3"] = nil
    var pve = SampleObserved.pve
    pve.hosts["neo50q"]?.memory = 24 << 30
    pve.hosts["neo50q"]?.cpuModel = "AMD Ryzen 7 5800U"
    pve.guests["gordito-cp"]?.cpus = 2
    pve.guests["gordito-cp"]?.kind = .vm
    let homelab = SampleObserved.homelab(gordito: gordito, talos: talos, pve: pve)
    #expect(
      lines(homelab) == [
        "differs host:neo50q: cpu.model: declared Intel Core i5-13420H, observed AMD Ryzen 7 5800U",
        "differs host:neo50q: memory.size: declared 32\u{A0}GiB, observed 24\u{A0}GiB",
        "differs guest:gordito-cp: kind: declared LXC container, observed virtual machine",
        "differs guest:gordito-cp: cpu: declared 4, observed 2",
        "differs cluster:gordito: distribution: declared k3s, observed k0s",
        "differs cluster:gordito: gitops: declared Flux CD, observed argocd",
        "differs cluster:talos-ha: version: declared ≥\u{A0}1.35, observed v1.34.9",
        "differs cluster:talos-ha: kubeProxy: declared replaced, observed present",
        "missing-live node:gordito-w1: declared, but not there",
        "differs node:talos-cp: count: declared 3, observed 2",
        "missing-live app:jellyfin: declared, but not there",
        "undeclared-live nodes/gordito-w9: there, but not declared",
        "undeclared-live ingress/shop/shop: there, but not declared",
      ])
    let drift = homelab.drift()
    #expect(homelab.verdict(drift, of: EntityID(.cluster, "gordito")) == .drifted)
    #expect(homelab.drift(drift, of: EntityID(.cluster, "talos-ha")).drifted.count == 3)
  }

  @Test("is the role of a node that is another")
  func role() {
    var gordito = SampleObserved.gordito
    gordito.nodes["gordito-w1"]?.roles = ["control-plane", "master"]
    #expect(
      lines(SampleObserved.homelab(gordito: gordito)).contains(
        "differs node:gordito-w1: role: declared worker, observed control plane"))
  }

  @Test(
    "leaves a tenth of the memory to the kernel",
    arguments: [(7_923_456, true), (7_549_748, true), (7_549_747, false)])
  func memory(kibibytes: Int, agrees: Bool) {
    let said = FactValue.quantity(.size(ByteSize(bytes: 8 << 30)))
    let seen = FactValue.quantity(.size(ByteSize(bytes: kibibytes << 10)))
    #expect((Tolerance.judge(said, seen, field: "memory") == .agrees) == agrees)
  }

  @Test("cannot be told from what is silent, out of date, not readable or declared as unknown")
  func unverifiable() throws {
    let yaml = """
      clusters:
        stale: {live: {source: stale}}
        silent: {live: {source: silent}}
        never: {live: {source: never}}
        unreadable: {live: {source: open}, version: unknown}
      nodes: {n: {cluster: "cluster:unreadable", role: single}}
      """
    let declared = Sample.read(yaml).declared
    var facts = Observed()
    facts.cluster = SampleObserved.cluster("k3s", "v1.33.4", gitops: "flux")
    facts.gaps["nodes"] = ObservedGap(.forbidden)
    let old = SampleObserved.fetched.adding(seconds: -30 * 86_400)
    let homelab = Homelab(
      declared: declared,
      snapshots: [
        SampleObserved.snapshot("stale", facts, at: old),
        SampleObserved.snapshot("silent", facts, staleSince: SampleObserved.fetched),
        Snapshot(source: "never", facts: Observed(), fetchedAt: nil), SampleObserved.snapshot("open", facts),
      ], now: SampleObserved.now)
    #expect(
      lines(homelab) == [
        "unverifiable cluster:stale: its source has told nothing of late",
        "unverifiable cluster:silent: its source has told nothing of late",
        "unverifiable cluster:never: its source has never answered",
        "unverifiable cluster:unreadable: version: declared as unknown",
        "unverifiable node:n: its source may not look",
      ])
    #expect(!homelab.drift().hasDrifted)
  }

  @Test("cannot be told from things that their source no longer tells, whose age is their own")
  func keptKinds() throws {
    let yaml = """
      clusters: {prod: {live: {source: k8s}, version: v1.33.4}}
      nodes: {n: {cluster: "cluster:prod", role: worker}}
      """
    var facts = Observed()
    facts.cluster = SampleObserved.cluster("k3s", "v1.33.4", gitops: "flux")
    facts.nodes["n"] = ObservedNode()
    facts.nodes["n"]?.kubeletVersion = "v1.32.0"
    facts.nodes["m"] = ObservedNode()
    let since = SampleObserved.fetched.adding(seconds: -86_400)
    facts.gaps["nodes"] = ObservedGap(.forbidden)
    facts.gaps["nodes"]?.since = since
    let homelab = Homelab(
      declared: Sample.read(yaml).declared, snapshots: [SampleObserved.snapshot("k8s", facts)],
      now: SampleObserved.now)
    #expect(lines(homelab) == ["unverifiable node:n: its source has told nothing of late"])
    let old = try homelab.fact("node:n.version")
    #expect(old.value == .version(VersionText("v1.32.0")))
    #expect(old.freshness == .noAnswer(since: since))
    #expect(old.provenance == .snapshot(source: "k8s", at: since))
    #expect(try homelab.fact("cluster:prod.nodes").freshness == .noAnswer(since: since))
    let new = try homelab.fact("cluster:prod.version")
    #expect(new.freshness != .noAnswer(since: since))
    #expect(new.provenance == .snapshot(source: "k8s", at: SampleObserved.fetched))
  }

  @Test("never comes from what is planned, retired or only a design")
  func absent() {
    let declared = Sample.read(
      """
      clusters:
        a: {status: planned, live: {source: s}, distribution: k3s}
        b: {status: retired, live: {source: s}, distribution: k3s}
        c: {status: reference, live: {source: s}, distribution: k3s}
      """
    ).declared
    var facts = Observed()
    facts.cluster = SampleObserved.cluster("talos", "v1.36.2", gitops: "flux")
    let homelab = Homelab(
      declared: declared, snapshots: [SampleObserved.snapshot("s", facts)], now: SampleObserved.now)
    #expect(lines(homelab).isEmpty)
  }

  @Test("is published without private things and without names that have no alias")
  func published() {
    var gordito = SampleObserved.gordito
    gordito.nodes["srv-salon-01"] = SampleObserved.node()
    let homelab = SampleObserved.homelab(gordito: gordito)
    let published = homelab.published(homelab.drift())
    let text = String(
      decoding: published.node(in: Wording(of: homelab, in: .spanish)).json(), as: UTF8.self)
    #expect(!text.contains("srv-salon-01"))
    #expect(published.drifted.map(\.key) == ["nodes"])
  }

  @Test("is a warning where the thing is declared")
  func warnings() {
    var gordito = SampleObserved.gordito
    gordito.nodes["gordito-w1"] = nil
    gordito.nodes["otro"] = SampleObserved.node()
    let homelab = SampleObserved.homelab(gordito: gordito)
    #expect(
      homelab.report(homelab.drift(), files: Sample.sources).told(in: .spanish) == """
        inventory: aviso: «k8s-gordito:nodes/otro»: está, pero no declarado
        pista: corrige el inventario o lo que corre; «sitegen inventory diff» lo enumera todo
        inventory/20-clusters.yaml:49:3: aviso: «node:gordito-w1»: declarado, pero no está
          49 |   gordito-w1: {cluster: "cluster:gordito", role: worker, runsOn: "guest…
             |   ^~~~~~~~~~
        pista: corrige el inventario o lo que corre; «sitegen inventory diff» lo enumera todo

        """)
  }

  @Test("tells what a dated page said that is no longer so")
  func changes() throws {
    var before = SampleObserved.gordito
    before.cluster?.version = "v1.31.2"
    let then = SampleObserved.fetched.adding(seconds: -300 * 86_400)
    let homelab = Homelab(
      declared: Sample.declared, snapshots: [SampleObserved.snapshot("k8s-gordito", SampleObserved.gordito)],
      history: [SampleObserved.snapshot("k8s-gordito", before, at: then)], now: SampleObserved.now)
    let paths = ["cluster:gordito.version", "app:jellyfin.version", "cluster:gordito.purpose"].compactMap {
      FactPath(text: $0)
    }
    let changes = homelab.changes(of: paths, since: then.adding(seconds: 3600))
    #expect(changes.map(\.path.description) == ["cluster:gordito.version"])
    #expect(changes.first?.told.value == .version(VersionText("v1.31.2")))
    #expect(changes.first?.now.value == .version(VersionText("v1.33.4+k3s1")))
  }
}
