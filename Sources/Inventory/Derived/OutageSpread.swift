/// How the loss of a machine spreads: guests, nodes, clusters, software, and whatever needs that.
struct OutageSpread {
  let declared: Declared
  let relations: Relations
  private(set) var hits: [EntityID: Outage.Hit] = [:]
  private var open: [EntityID] = []

  init(declared: Declared, relations: Relations) {
    self.declared = declared
    self.relations = relations
  }

  /// Stops a machine and follows what comes of it until nothing new is hit.
  mutating func stop(_ host: EntityID) {
    hit(host, .stopped, .runsOn(host))
    while let next = open.popLast() { spread(from: next) }
  }

  /// Notes a hit; a harder one replaces a softer one, so that each thing is followed twice at most.
  private mutating func hit(_ id: EntityID, _ effect: Outage.Effect, _ cause: Outage.Cause) {
    guard declared[id]?.status.exists == true, hits[id].map({ $0.effect < effect }) ?? true else { return }
    hits[id] = Outage.Hit(id: id, effect: effect, cause: cause)
    open.append(id)
  }

  private mutating func spread(from id: EntityID) {
    let hasStopped = hits[id]?.effect == .stopped
    switch id.kind {
    case .host:
      let isOneOfSeveral = (declared[id]?.count ?? 1) > 1
      carry(from: id, effect: isOneOfSeveral ? .weakened : .stopped)
      for app in relations.sources(of: id, kind: .app, by: "accelerators") { loseDevice(app, of: id) }
      for source in relations.sources(of: id, by: "backedBy") + relations.sources(of: id, by: "storage") {
        hit(source, isOneOfSeveral ? .weakened : .stopped, .storage(id))
      }
    case .guest: carry(from: id, effect: hasStopped ? .stopped : .weakened)
    case .node: for cluster in relations.targets(of: id, by: "cluster") { judge(cluster) }
    case .cluster: spreadCluster(id, hasStopped: hasStopped)
    case .component, .app, .cloud: spreadSoftware(id, hasStopped: hasStopped)
    default: break
    }
    guard hasStopped else { return }
    for source in relations.sources(of: id, by: "dependsOn") { hit(source, .stopped, .needs(id)) }
  }

  private mutating func carry(from id: EntityID, effect: Outage.Effect) {
    for source in relations.sources(of: id, by: "runsOn") { hit(source, effect, .runsOn(id)) }
  }

  private mutating func loseDevice(_ app: EntityID, of host: EntityID) {
    let device = declared.apps[app.id]?.accelerators.first { $0.entity == host }
    if let device { hit(app, .stopped, .device(device)) }
  }

  private mutating func spreadCluster(_ id: EntityID, hasStopped: Bool) {
    let cause = hits[id]?.cause ?? .runsOn(id)
    for app in relations.sources(of: id, kind: .app, by: "cluster") {
      hit(app, hasStopped ? .stopped : .weakened, cause)
    }
    for component in relations.sources(of: id, kind: .component, by: "runsOn") {
      // What runs on several clusters goes on in the others.
      let isElsewhere = relations.targets(of: component, by: "runsOn").contains {
        $0 != id && hits[$0]?.effect != .stopped
      }
      hit(component, hasStopped && !isElsewhere ? .stopped : .weakened, cause)
    }
  }

  private mutating func spreadSoftware(_ id: EntityID, hasStopped: Bool) {
    guard hasStopped else { return }
    for source in relations.sources(of: id, by: "partOf") { hit(source, .stopped, .needs(id)) }
    for source in relations.sources(of: id, by: "storage") {
      // A cluster without its volumes goes on, its applications lose their data.
      if source.kind == .cluster {
        for app in relations.sources(of: source, kind: .app, by: "cluster") {
          hit(app, .weakened, .storage(id))
        }
      } else {
        hit(source, .stopped, .storage(id))
      }
    }
  }

  /// Decides what the loss of nodes does to their cluster.
  private mutating func judge(_ cluster: EntityID) {
    var (members, membersLost, workers, workersLost) = (0, 0, 0, 0)
    let nodes = relations.nodes(of: cluster).compactMap { declared.nodes[$0.id] }
      .filter { $0.common.status.exists }
    let hasWorkers = nodes.contains { $0.role == .worker }
    for node in nodes {
      let lost = lost(of: node)
      if node.role?.isControlPlane == true {
        members += node.common.count
        membersLost += lost
      }
      if node.role != .controlPlane || node.isSchedulable ?? !hasWorkers {
        workers += node.common.count
        workersLost += lost
      }
    }
    if members > 0, members - membersLost <= members / 2 {
      hit(cluster, .stopped, .noQuorum(cluster))
    } else if workers > 0, workersLost == workers {
      hit(cluster, .stopped, .noWorkers(cluster))
    } else if membersLost + workersLost > 0 {
      hit(cluster, .weakened, .fewerNodes(cluster))
    }
  }

  /// How many of the nodes alike are lost: all of them, or those on one of several machines alike.
  private func lost(of node: Entity<DeclaredNode>) -> Int {
    guard let hit = hits[node.id] else { return 0 }
    guard hit.effect == .weakened, let host = relations.host(of: node.id),
      let machines = declared[host]?.count
    else { return node.common.count }
    return (node.common.count + machines - 1) / machines
  }
}
