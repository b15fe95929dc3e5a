// What sources say, under the names that declarations use.

extension Facts {
  init(of cluster: ObservedCluster) {
    self.init()
    set("distribution", text: cluster.distribution)
    if let version = cluster.version { set("version", to: .version(VersionText(version))) }
    set("kubeProxy", text: cluster.kubeProxy?.rawValue)
    set("gitops", text: cluster.gitops)
    set("cni", text: cluster.cni)
  }

  init(of node: ObservedNode) {
    self.init()
    if let version = node.kubeletVersion { set("version", to: .version(VersionText(version))) }
    if let readiness = node.readiness { set("status", to: .text(readiness.status)) }
    if let isSchedulable = node.isSchedulable { set("schedulable", to: .truth(isSchedulable)) }
    if !node.roles.isEmpty { set("roles", to: .list(node.roles.map { .text($0) })) }
    set("os", text: node.osImage)
    set("kernel", text: node.kernelVersion)
    set("arch", text: node.architecture)
    set("runtime", text: node.runtimeVersion)
    if let cores = node.millicores { set("cpu", to: .quantity(.cores(Cores(millicores: cores)))) }
    set("memory", size: node.memory)
    set("storage", size: node.storage)
    if !node.devices.isEmpty {
      var devices = Facts()
      for (name, count) in node.devices.sorted(by: { $0.key < $1.key }) {
        devices.set(name, to: .integer(count))
      }
      set("devices", to: .group(devices))
    }
  }

  init(of host: ObservedHost) {
    self.init()
    if let status = host.status { set("status", to: .text(status == "online" ? "active" : "down")) }
    if let version = host.version { set("version", to: .version(VersionText(version))) }
    var cpu = Facts()
    cpu.set("model", text: host.cpuModel)
    cpu.set("cores", integer: host.cores)
    cpu.set("threads", integer: host.threads)
    if !cpu.rows.isEmpty { set("cpu", to: .group(cpu)) }
    var memory = Facts()
    memory.set("size", size: host.memory)
    if !memory.rows.isEmpty { set("memory", to: .group(memory)) }
  }

  init(of guest: ObservedGuest) {
    self.init()
    set("kind", text: guest.kind?.rawValue)
    if let status = guest.status { set("status", to: .text(status == "running" ? "active" : "down")) }
    if let cpus = guest.cpus { set("cpu", to: .quantity(.cores(Cores(millicores: cpus * 1000)))) }
    set("memory", size: guest.memory)
    set("disk", size: guest.disk)
  }

  /// What several things alike have in common; what differs is left out, statuses become the worst of them.
  init(alike all: [Facts]) {
    self.init()
    guard let first = all.first else { return }
    for row in first.rows {
      if all.allSatisfy({ $0[row.name] == row.value }) {
        set(row.name, to: row.value)
      } else if row.name == "status" {
        set("status", to: .text("degraded"))
      } else if row.name == "version" {
        // An upgrade under way: the oldest is what one can count on.
        let versions = all.compactMap { facts -> VersionText? in
          if case .version(let version) = facts["version"] { version } else { nil }
        }
        let oldest = versions.min { one, other in
          guard let one = Version(one.text), let other = Version(other.text) else { return false }
          return one < other
        }
        if let oldest { set("version", to: .version(oldest)) }
      }
    }
    if all.count > 1 { set("count", to: .integer(all.count)) }
  }

  mutating func add(_ workload: ObservedWorkload) {
    if let version = workload.version { set("version", to: .version(VersionText(version))) }
    set("replicas", integer: workload.desired)
    set("ready", integer: workload.ready)
    if let desired = workload.desired, let ready = workload.ready {
      set(
        "status",
        to: .text(desired == 0 ? "stopped" : ready >= desired ? "active" : ready == 0 ? "down" : "degraded"))
    }
    let images = workload.images.compactMap { image in
      image.name.map { $0 + (image.tag.map { ":\($0)" } ?? "") }
    }
    if !images.isEmpty { set("images", to: .list(images.map { .text($0) })) }
  }

  mutating func add(_ delivery: ObservedDelivery) {
    if self["version"] == nil, let version = delivery.version ?? delivery.chartVersion {
      set("version", to: .version(VersionText(version)))
    }
    set("chart", text: delivery.chart)
    set("chartVersion", text: delivery.chartVersion)
    set("sync", text: delivery.sync)
    set("health", text: delivery.health)
    set("commit", text: delivery.commit)
    if self["status"] == nil {
      let state = delivery.isReady ?? delivery.health.map { $0 == "Healthy" }
      if let state {
        set("status", to: .text(delivery.isSuspended ? "stopped" : state ? "active" : "degraded"))
      }
    }
  }

  mutating func add(_ database: ObservedDatabase) {
    set("engine", text: database.engine)
    if let version = database.version ?? database.major.map(String.init) {
      set("version", to: .version(VersionText(version)))
    }
    set("replicas", integer: database.instances)
    set("ready", integer: database.ready)
    if let wanted = database.instances, let ready = database.ready {
      set("status", to: .text(ready >= wanted ? "active" : ready == 0 ? "down" : "degraded"))
    }
    set("disk", size: database.storage)
    if let backup = database.lastBackup { set("lastBackup", to: .instant(backup)) }
  }

  mutating func add(_ storage: ObservedStorage) {
    if let version = storage.version { set("version", to: .version(VersionText(version))) }
    set("volumes", integer: storage.volumes)
    set("size", size: storage.size)
    set("capacity", size: storage.capacity)
    set("available", size: storage.available)
    set("replicas", integer: storage.replicas)
    let bad = storage.byRobustness.filter { $0.key == "degraded" || $0.key == "faulted" }.values.reduce(0, +)
    if !storage.byRobustness.isEmpty { set("status", to: .text(bad == 0 ? "active" : "degraded")) }
  }

  /// Counts the nodes of a cluster and adds up what they have.
  mutating func add(nodes: [String: ObservedNode]) {
    guard !nodes.isEmpty else { return }
    let ready = nodes.values.filter { $0.readiness == .ready }.count
    set("nodes", to: .integer(nodes.count))
    if nodes.values.contains(where: { $0.readiness != nil }) {
      set("ready", to: .integer(ready))
      set("status", to: .text(ready == nodes.count ? "active" : ready == 0 ? "down" : "degraded"))
    }
    let cores = nodes.values.compactMap(\.millicores).reduce(0, +)
    if cores > 0 { set("cpu", to: .quantity(.cores(Cores(millicores: cores)))) }
    let memory = nodes.values.compactMap(\.memory).reduce(0, +)
    if memory > 0 { set("memory", size: memory) }
  }
}

extension Facts {
  private mutating func set(_ name: String, text: String?) {
    if let text { set(name, to: .text(text)) }
  }

  private mutating func set(_ name: String, integer: Int?) {
    if let integer { set(name, to: .integer(integer)) }
  }

  private mutating func set(_ name: String, size: Int?) {
    if let size { set(name, to: .quantity(.size(ByteSize(bytes: size)))) }
  }
}

extension Readiness {
  /// The word for the state of a node.
  var status: String {
    switch self {
    case .ready: "active"
    case .notReady: "down"
    case .unknown: "unknown"
    }
  }
}
