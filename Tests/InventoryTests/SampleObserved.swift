import Language

@testable import Inventory

/// What the sources of the sample homelab told, all as declared; tests change it.
enum SampleObserved {
  static let fetched = Instant(rfc3339: "2026-11-20T12:00:00Z") ?? Instant(seconds: 0)
  /// A day later.
  static let now = fetched.adding(seconds: 86_400)

  static func node(_ roles: [String] = [], version: String = "v1.33.4+k3s1") -> ObservedNode {
    var node = ObservedNode()
    (node.roles, node.readiness, node.isSchedulable, node.kubeletVersion) = (roles, .ready, true, version)
    (node.millicores, node.memory) = (4000, 8 << 30)
    return node
  }

  static func workload(_ version: String, desired: Int = 1, ready: Int = 1) -> ObservedWorkload {
    var workload = ObservedWorkload()
    (workload.desired, workload.ready, workload.version) = (desired, ready, version)
    return workload
  }

  static func cluster(_ distribution: String, _ version: String, gitops: String) -> ObservedCluster {
    var cluster = ObservedCluster()
    (cluster.distribution, cluster.version, cluster.gitops) = (distribution, version, gitops)
    return cluster
  }

  /// `gordito`, as its source tells it.
  static var gordito: Observed {
    var facts = Observed()
    facts.cluster = cluster("k3s", "v1.33.4+k3s1", gitops: "flux")
    facts.nodes = ["gordito-cp": node(["control-plane"]), "gordito-w1": node()]
    facts.workloads = [
      "deployment/media/jellyfin": workload("10.10.7"),
      "deployment/links/linkding": workload("1.41.0", ready: 0),
    ]
    var chart = ObservedDelivery()
    (chart.isReady, chart.version) = (true, "75.15.1")
    facts.deliveries = ["helmrelease/flux-system/kube-prometheus-stack": chart]
    return facts
  }

  /// `talos-ha`, as its source tells it: an upgrade is under way.
  static var talos: Observed {
    var facts = Observed()
    facts.cluster = cluster("talos", "v1.36.2", gitops: "argocd")
    facts.cluster?.kubeProxy = .absent
    facts.nodes = [
      "talos-cp-1": node(["control-plane"], version: "v1.36.2"),
      "talos-cp-2": node(["control-plane"], version: "v1.36.2"),
      "talos-cp-3": node(["control-plane"], version: "v1.35.0"),
    ]
    facts.workloads = ["daemonset/kube-system/cilium": workload("v1.18.1", desired: 3, ready: 3)]
    return facts
  }

  /// What the hypervisor tells.
  static var pve: Observed {
    var facts = Observed()
    for (name, model) in [
      ("neo50q", "13th Gen Intel(R) Core(TM) i5-13420H"),
      ("elitedesk", "Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz"),
    ] {
      var host = ObservedHost()
      (host.status, host.version, host.cpuModel, host.memory) = ("online", "8.4.1", model, 33_397_633_024)
      facts.hosts[name] = host
    }
    facts.hosts["neo50q"]?.cores = 8
    for (name, host) in [("gordito-cp", "neo50q"), ("gordito-w1", "elitedesk"), ("data-cp", "neo50q")] {
      var guest = ObservedGuest()
      (guest.kind, guest.status, guest.cpus, guest.memory, guest.host) = (.lxc, "running", 4, 8 << 30, host)
      facts.guests[name] = guest
    }
    return facts
  }

  static func snapshot(
    _ source: String, _ facts: Observed, at time: Instant = fetched, staleSince: Instant? = nil
  ) -> Snapshot {
    Snapshot(
      source: source, facts: facts, fetchedAt: time, staleSince: staleSince,
      lastError: staleSince.map { _ in "timeout" })
  }

  static func homelab(
    gordito: Observed = gordito, talos: Observed = talos, pve: Observed = pve,
    declared: Declared = Sample.declared,
    now: Instant = now
  ) -> Homelab {
    Homelab(
      declared: declared,
      snapshots: [snapshot("k8s-gordito", gordito), snapshot("k8s-talos", talos), snapshot("pve", pve)],
      now: now)
  }
}
