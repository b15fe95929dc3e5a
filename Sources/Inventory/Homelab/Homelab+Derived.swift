extension Homelab {
  /// What can be reckoned about a thing from what is declared.
  public func derivedFacts(of id: EntityID) -> Facts {
    var facts = Facts()
    guard let derived = FieldNames.derived[id.kind], !derived.isEmpty, let number = relations.number(of: id)
    else { return facts }
    switch id.kind {
    case .site: facts.add(declared.totals(ofSite: id))
    case .host: addHost(number, to: &facts)
    case .guest:
      addMachine(of: number, to: &facts)
      let nodes = relations.sources(of: number, kind: .node, by: relations.field("runsOn"))
      facts.set("nodes", to: references(to: nodes))
    case .node: addMachine(of: number, to: &facts)
    case .cluster: addCluster(id, to: &facts)
    case .component:
      let users = relations.sources(of: number, kind: .cluster) + relations.sources(of: number, kind: .app)
      facts.set("usedBy", to: references(to: users))
    default: break
    }
    return facts
  }

  private func references(to things: [Int]) -> FactValue {
    .list(things.map { .reference(Reference(relations.id($0))) })
  }

  private func addMachine(of number: Int, to facts: inout Facts) {
    guard let host = relations.host(of: number) else { return }
    facts.set("host", to: .reference(Reference(relations.id(host))))
  }

  private func addHost(_ host: Int, to facts: inout Facts) {
    let field = relations.field("cluster")
    let nodes = relations.nodes(on: host)
    var clusters: [Int] = []
    for cluster in nodes.flatMap({ relations.targets(of: $0, by: field) }) where !clusters.contains(cluster) {
      clusters.append(cluster)
    }
    clusters = relations.sorted(clusters)
    facts.set("guests", to: references(to: relations.guests(on: host)))
    facts.set("nodes", to: references(to: nodes))
    facts.set("clusters", to: references(to: clusters))
    let apps = appsOfClusters.list(of: clusters) {
      references(to: clusters.flatMap { relations.sources(of: $0, kind: .app, by: field) })
    }
    facts.set("apps", to: apps)
  }

  private func addCluster(_ id: EntityID, to facts: inout Facts) {
    guard let cluster = declared.clusters[id.id] else { return }
    let nodes = relations.nodes(of: id).compactMap { declared.nodes[$0.id] }.filter {
      $0.common.status.exists
    }
    if let members = declared.controlPlaneMembers(of: cluster, by: relations) {
      facts.set("members", to: .integer(members))
    }
    let workers = nodes.filter { $0.role == .worker }.reduce(0) { $0 + $1.common.count }
    let count = workers > 0 ? workers : cluster.workers?.members ?? 0
    facts.set("workerNodes", to: .integer(count))
    if !nodes.isEmpty { facts.set("nodes", to: .integer(nodes.reduce(0) { $0 + $1.common.count })) }
    facts.set("availability", to: .text(declared.availability(of: cluster, by: relations).rawValue))
    let hosts = nodes.compactMap { relations.host(of: $0.id) }.sortedOnce
    facts.set("hosts", to: .list(hosts.map { .reference(Reference($0)) }))
    let apps = relations.sources(of: id, kind: .app, by: "cluster")
    facts.set("apps", to: .list(apps.map { .reference(Reference($0)) }))
    let components = relations.sources(of: id, kind: .component, by: "runsOn")
    facts.set("components", to: .list(components.map { .reference(Reference($0)) }))
    let totals = declared.totals(ofCluster: id, by: relations)
    if totals.cores > 0 { facts.set("cores", to: .integer(totals.cores)) }
    if totals.memory > 0 { facts.set("ram", to: .quantity(.size(ByteSize(bytes: totals.memory)))) }
    if totals.storage > 0 {
      facts.set("disk", to: .quantity(.size(ByteSize(bytes: totals.storage, isDecimal: true))))
    }
  }
}

extension Facts {
  /// Adds sums, where there is anything to add.
  fileprivate mutating func add(_ totals: Totals) {
    set("machines", to: .integer(totals.machines))
    if totals.cores > 0 { set("cores", to: .integer(totals.cores)) }
    if totals.threads > 0 { set("threads", to: .integer(totals.threads)) }
    if totals.memory > 0 { set("memory", to: .quantity(.size(ByteSize(bytes: totals.memory)))) }
    if totals.storage > 0 {
      set("storage", to: .quantity(.size(ByteSize(bytes: totals.storage, isDecimal: true))))
    }
    if totals.milliwatts > 0 { set("watts", to: .quantity(.power(Watts(milliwatts: totals.milliwatts)))) }
  }
}

extension [EntityID] {
  /// Each once, the first time it comes.
  var withoutRepeats: [EntityID] {
    var seen: Set<EntityID> = []
    return filter { seen.insert($0).inserted }
  }

  /// Each once, in order.
  var sortedOnce: [EntityID] {
    var once: [EntityID] = []
    for id in sorted() where id != once.last { once.append(id) }
    return once
  }
}
