import Diagnostics
import Language
import Nodes
import Testing

@testable import Inventory

/// Facts of a source, written and read again.
@Suite("Observed facts")
struct ObservedTests {
  /// Facts with every field set.
  static var full: Observed {
    var facts = Observed()
    var cluster = ObservedCluster()
    (cluster.distribution, cluster.version, cluster.gitops) = ("k3s", "v1.33.4+k3s1", "flux")
    (cluster.kubeProxy, cluster.cni, cluster.installed) = (.replaced, "cilium", ["cnpg", "flux"])
    facts.cluster = cluster
    var node = ObservedNode()
    (node.roles, node.readiness, node.isSchedulable) = (["control-plane"], .notReady, false)
    (node.kubeletVersion, node.osImage, node.kernelVersion) = ("v1.33.4+k3s1", "NixOS 25.05", "6.12.41")
    (node.architecture, node.runtimeVersion) = ("amd64", "containerd://2.0.5")
    (node.millicores, node.memory, node.storage, node.devices) = (
      4000, 8 << 30, 100 << 30, ["gpu.intel.com/i915": 1]
    )
    facts.nodes["cp-1"] = node
    var image = ObservedImage()
    (image.name, image.tag) = ("jellyfin", "10.10.7")
    var workload = ObservedWorkload()
    (workload.desired, workload.ready, workload.images, workload.version) = (1, 0, [image], "10.10.7")
    facts.workloads["deployment/media/jellyfin"] = workload
    var exposure = ObservedExposure()
    (exposure.className, exposure.gateway, exposure.isAccepted, exposure.hasTLS) = (
      "nginx", "ext", true, false
    )
    (exposure.hosts, exposure.withheldHosts) = (["tv.example.org"], 2)
    facts.exposures["ingress/media/jellyfin"] = exposure
    var delivery = ObservedDelivery()
    (delivery.isReady, delivery.reason, delivery.isSuspended) = (false, "InstallFailed", true)
    (delivery.revision, delivery.commit, delivery.chart) = ("main", "0fa4e5b", "jellyfin")
    (delivery.chartVersion, delivery.version, delivery.namespace) = ("2.3.0", "10.10.7", "media")
    (delivery.sync, delivery.health, delivery.images) = ("Synced", "Healthy", [image])
    facts.deliveries["helmrelease/media/jellyfin"] = delivery
    var database = ObservedDatabase()
    (database.engine, database.instances, database.ready, database.phase) = (
      "postgresql", 3, 2, "Failing over"
    )
    (database.version, database.major, database.storage) = ("17.5", 17, 20 << 30)
    (database.lastBackup, database.isArchiving) = (Instant(rfc3339: "2026-11-20T03:05:06Z"), false)
    facts.databases["databases/main"] = database
    var storage = ObservedStorage()
    (storage.version, storage.volumes, storage.byRobustness) = ("v1.9.1", 2, ["healthy": 1, "degraded": 1])
    (storage.byState, storage.size, storage.disks, storage.readyNodes) = (["attached": 2], 62 << 30, 3, 2)
    (storage.capacity, storage.available, storage.replicas) = (1 << 40, 1 << 39, 3)
    facts.storage["longhorn"] = storage
    var host = ObservedHost()
    (host.status, host.version, host.cpuModel, host.cores) = ("online", "8.2", "i5-13420H", 8)
    (host.threads, host.sockets, host.memory, host.storage) = (12, 1, 32 << 30, 500 << 30)
    facts.hosts["neo"] = host
    var guest = ObservedGuest()
    (guest.kind, guest.status, guest.cpus, guest.memory) = (.lxc, "running", 4, 8 << 30)
    (guest.disk, guest.host) = (64 << 30, "neo")
    facts.guests["cp-1"] = guest
    var number = ObservedNumber()
    (number.value, number.unit, number.points, number.step) = (64.75, "W", [60.5, 64.75], 300)
    facts.numbers["watts"] = number
    facts.gaps["httproutes"] = ObservedGap(.notInstalled)
    return facts
  }

  private func read(_ json: String) throws -> Observed {
    let source = Source(path: "live/k8s.json", bytes: Array(json.utf8))
    return try Observed.decode(JSON.read(source), from: source).value
  }

  @Test("come back as they were written, every field of them")
  func roundTrip() throws {
    let facts = Self.full
    #expect(try read(String(decoding: facts.node.json(), as: UTF8.self)) == facts)
    for field in facts.fields { #expect(field.value != nil, "\(field.name) is not tried") }
  }

  @Test("are written with sorted keys, and what is not known is left out")
  func order() {
    var facts = Observed()
    facts.nodes["b"] = ObservedNode()
    var node = ObservedNode()
    (node.readiness, node.architecture) = (.ready, "arm64")
    facts.nodes["a"] = node
    let expected = #"{"nodes":{"a":{"architecture":"arm64","readiness":"ready"},"b":{}}}"# + "\n"
    #expect(String(decoding: facts.node.json(isIndented: false), as: UTF8.self) == expected)
    #expect(String(decoding: Observed().node.json(isIndented: false), as: UTF8.self) == "{}\n")
  }

  @Test("hold nothing but the fields of the list")
  func allowList() {
    #expect(throws: Report.self) {
      try read(#"{"nodes": {"a": {"addresses": ["192.168.1.10"]}}}"#)
    }
  }
}
