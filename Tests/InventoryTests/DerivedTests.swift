import Testing

@testable import Inventory

/// What is reckoned from what is declared.
@Suite("Derived facts")
struct DerivedTests {
  private let declared = Sample.declared
  private let relations = Sample.declared.relations

  private func ids(_ ids: [EntityID]) -> [String] { ids.map(\.description) }

  @Test("follow a node down to its machine")
  func chain() {
    #expect(
      ids(relations.chain(of: EntityID(.node, "gordito-w1"))) == ["guest:gordito-w1", "host:elitedesk"])
    #expect(relations.host(of: EntityID(.node, "talos-cp")) == EntityID(.host, "bm1"))
    #expect(relations.host(of: EntityID(.host, "nas")) == EntityID(.host, "nas"))
  }

  @Test("know every relation from its other end")
  func reverse() {
    let neo = EntityID(.host, "neo50q")
    #expect(ids(relations.guests(on: neo)) == ["guest:data-cp", "guest:gordito-cp"])
    #expect(ids(relations.nodes(on: neo)) == ["node:data-cp", "node:gordito-cp"])
    #expect(
      ids(relations.nodes(of: EntityID(.cluster, "gordito"))) == ["node:gordito-cp", "node:gordito-w1"])
    #expect(
      ids(relations.sources(of: EntityID(.component, "flux"), by: "gitops")) == [
        "cluster:gordito", "cluster:data",
      ])
    #expect(
      ids(relations.sources(of: EntityID(.component, "cnpg"))) == ["app:postgresql", "roadmap:pg-backup"])
  }

  @Test("find guests inside guests")
  func nesting() {
    let (declared, _) = Sample.read(
      """
      hosts: {h: {roles: [hypervisor]}}
      guests:
        outer: {kind: vm, runsOn: "host:h"}
        inner: {kind: lxc, runsOn: "guest:outer"}
      nodes: {n: {cluster: "cluster:c", role: single, runsOn: "guest:inner"}}
      clusters: {c: {}}
      """)
    let relations = declared.relations
    #expect(ids(relations.chain(of: EntityID(.node, "n"))) == ["guest:inner", "guest:outer", "host:h"])
    #expect(ids(relations.guests(on: EntityID(.host, "h"))) == ["guest:inner", "guest:outer"])
    #expect(ids(relations.nodes(on: EntityID(.host, "h"))) == ["node:n"])
  }

  @Test("come to an end where the inventory goes round in a circle")
  func circle() {
    let (declared, _) = Sample.read(
      "guests: {a: {kind: vm, runsOn: 'guest:b'}, b: {kind: vm, runsOn: 'guest:a'}}")
    let relations = declared.relations
    #expect(ids(relations.chain(of: EntityID(.guest, "a"))) == ["guest:b", "guest:a"])
    #expect(relations.host(of: EntityID(.guest, "a")) == nil)
  }

  @Test("add up machines, as many as there are alike")
  func totals() {
    let all = declared.totals()
    #expect(all.machines == 6)
    #expect(all.cores == 12)
    #expect(all.threads == 20)
    #expect(all.memory == (32 + 32 + 3 * 16) << 30)
    #expect(all.storage == 1_000_000_000_000 + 8_000_000_000_000 + 3 * 512_000_000_000)
    #expect(all.withoutCores == 4)
    #expect(all.withoutMemory == 1)
    #expect(all.withoutStorage == 1)
    let talos = declared.totals(ofCluster: EntityID(.cluster, "talos-ha"), by: relations)
    #expect(talos.machines == 3)
    #expect(declared.totals(ofSite: EntityID(.site, "casa")) == all)
    #expect(declared.totals(ofSite: EntityID(.site, "otra")) == Totals())
  }

  @Test(
    "judge whether a cluster survives a loss",
    arguments: [
      ("clusters: {c: {}}", Availability.unknown),
      ("clusters: {c: {controlPlane: {members: 1}}}", .single),
      ("clusters: {c: {controlPlane: {members: 4}}}", .even),
      ("clusters: {c: {controlPlane: {members: 3}}}", .high),
      ("clusters: {c: {}}\nnodes: {n: {cluster: 'cluster:c', role: single}}", .single),
      (
        """
        clusters: {c: {}}
        hosts: {h: {roles: [hypervisor]}}
        nodes: {n: {cluster: "cluster:c", role: control-plane, count: 3, runsOn: "host:h"}}
        """, .sharedHost
      ),
      (
        """
        clusters: {c: {}}
        hosts: {h: {count: 3}}
        nodes: {n: {cluster: "cluster:c", role: control-plane, count: 3, runsOn: "host:h"}}
        """, .high
      ),
      (
        """
        clusters: {c: {}}
        hosts: {h: {}, i: {}}
        nodes:
          a: {cluster: "cluster:c", role: control-plane, count: 2, runsOn: "host:h"}
          b: {cluster: "cluster:c", role: control-plane, runsOn: "host:i"}
        """, .sharedHost
      ),
      (
        """
        clusters: {c: {}}
        nodes:
          a: {cluster: "cluster:c", role: control-plane, count: 3}
          b: {cluster: "cluster:c", role: worker, count: 2}
        """, .high
      ),
    ])
  func availability(yaml: String, verdict: Availability) throws {
    let (declared, _) = Sample.read(yaml)
    let cluster = try #require(declared.clusters["c"])
    #expect(declared.availability(of: cluster, by: declared.relations) == verdict)
  }

  private func outage(_ host: String) -> [String] {
    declared.outage(of: EntityID(.host, host), by: relations).hits.map { "\($0.id) \($0.effect) \($0.cause)" }
  }

  @Test("tell what stops with a machine")
  func outage() {
    let elitedesk = declared.outage(of: EntityID(.host, "elitedesk"), by: relations)
    #expect(
      elitedesk.hits.map { "\($0.id) \($0.effect)" } == [
        "guest:gordito-w1 stopped", "cluster:gordito stopped", "node:gordito-w1 stopped",
        "component:cert-manager stopped", "component:ddns-updater stopped", "component:external-dns stopped",
        "component:external-secrets weakened", "component:flux weakened", "component:ingress-nginx stopped",
        "component:k3s weakened", "component:kube-prometheus-stack stopped", "component:metallb stopped",
        "component:synology-csi weakened", "app:grafana stopped", "app:jellyfin stopped",
        "app:linkding stopped",
        "app:memos stopped",
      ])
    let gordito = elitedesk.hits.first { $0.id == EntityID(.cluster, "gordito") }
    #expect(gordito?.cause == .noWorkers(EntityID(.cluster, "gordito")))
  }

  @Test("tell what loses its storage with a machine")
  func storage() {
    let nas = declared.outage(of: EntityID(.host, "nas"), by: relations)
    #expect(
      nas.hits.map { "\($0.id) \($0.effect)" } == [
        "component:synology-csi stopped", "app:grafana weakened", "app:jellyfin weakened",
        "app:linkding weakened",
        "app:memos weakened", "app:postgresql weakened",
      ])
  }

  @Test("know that one of three machines alike may stop")
  func oneOfThree() {
    let bm1 = declared.outage(of: EntityID(.host, "bm1"), by: relations)
    #expect(
      bm1.hits.map { "\($0.id) \($0.effect)" } == [
        "cluster:talos-ha weakened", "node:talos-cp weakened", "component:argocd weakened",
        "component:cilium weakened", "component:longhorn weakened",
      ])
  }

  @Test("follow what an application needs")
  func needs() {
    let (declared, _) = Sample.read(
      """
      hosts: {h: {roles: [node]}, i: {roles: [node]}}
      clusters: {c: {}, d: {}}
      nodes:
        n: {cluster: "cluster:c", role: single, runsOn: "host:h"}
        m: {cluster: "cluster:d", role: single, runsOn: "host:i"}
      apps:
        db: {cluster: "cluster:c"}
        shop: {cluster: "cluster:d", dependsOn: "app:db"}
        till: {cluster: "cluster:d", dependsOn: "app:shop"}
        old: {cluster: "cluster:c", status: retired}
      """)
    let hits = declared.outage(of: EntityID(.host, "h"), by: declared.relations).apps
    #expect(hits.map(\.id.id) == ["db", "shop", "till"])
    #expect(
      hits.map(\.cause) == [
        .noQuorum(EntityID(.cluster, "c")), .needs(EntityID(.app, "db")), .needs(EntityID(.app, "shop")),
      ])
  }
}
