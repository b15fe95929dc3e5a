/// What several machines have together; what nobody declared does not count, and is counted.
public struct Totals: Sendable, Equatable {
  public var machines = 0
  public var cores = 0
  public var threads = 0
  public var memory = 0
  public var storage = 0
  public var milliwatts = 0
  /// How many machines do not say their cores, memory or storage; the sums are at least what they show.
  public var withoutCores = 0
  public var withoutMemory = 0
  public var withoutStorage = 0

  public init() {}

  /// Adds a machine, as often as there are machines alike.
  mutating func add(_ host: Entity<DeclaredHost>) {
    let count = host.common.count
    machines += count
    cores += count * (host.cpu?.cores ?? 0)
    threads += count * (host.cpu?.threads ?? host.cpu?.cores ?? 0)
    memory += count * (host.memory?.size?.bytes ?? 0)
    let disks = host.storage.compactMap { disk in disk.size.map { $0.bytes * (disk.count ?? 1) } }
    storage += count * disks.reduce(0, +)
    milliwatts += count * (host.watts?.milliwatts ?? 0)
    if host.cpu?.cores == nil { withoutCores += count }
    if host.memory?.size == nil { withoutMemory += count }
    if disks.isEmpty { withoutStorage += count }
  }
}

extension Declared {
  /// The totals of the machines that exist, all of them or those of one place.
  public func totals(ofSite site: EntityID? = nil) -> Totals {
    totals(of: hosts.filter { site == nil || $0.site?.entity == site })
  }

  /// The totals of the machines that carry a cluster, each counted once.
  public func totals(ofCluster cluster: EntityID, by relations: Relations) -> Totals {
    let carriers = Set(relations.nodes(of: cluster).compactMap { relations.host(of: $0) })
    return totals(of: carriers.sorted().compactMap { hosts[$0.id] })
  }

  private func totals(of hosts: [Entity<DeclaredHost>]) -> Totals {
    hosts.reduce(into: Totals()) { totals, host in
      if host.common.status.exists { totals.add(host) }
    }
  }
}
