extension Check {
  /// Control planes are of a size that makes sense.
  mutating func checkClusters() {
    for cluster in declared.clusters {
      let nodes = relations.nodes(of: cluster.id).compactMap { declared.nodes[$0.id] }
        .filter { $0.common.status != .retired }
      let counted = nodes.filter { $0.role?.isControlPlane == true }.reduce(0) { $0 + $1.common.count }
      let said = cluster.controlPlane?.members
      let hasWorkers = nodes.contains { $0.role == .worker } || (cluster.workers?.members ?? 0) > 0
      if hasWorkers, counted == 0, said ?? 0 == 0, !cluster.facts.isUnknown("controlPlane") {
        add(.workersWithoutControlPlane(cluster.id), at: cluster.id)
      }
      if let said, counted > 0, said != counted, cluster.common.status.exists {
        add(.membersDiffer(cluster.id, said: said, counted: counted), at: cluster.id)
      }
      let members = counted > 0 ? counted : said ?? 0
      if members > 0, members.isMultiple(of: 2), cluster.controlPlane?.etcd != "external" {
        add(.evenControlPlane(cluster.id, members: members), at: cluster.id)
      }
    }
  }

  /// What is in use stands on nothing that is retired, and what is public can be visited.
  mutating func checkLives() {
    checkPublicApps()
    guard declared.records.contains(where: { $0.status == .retired }) else { return }
    for record in declared.records where record.status.exists && record.id.kind != .roadmap {
      for use in record.facts.references where use.field != "replacedBy" && use.field != "affects" {
        guard let target = use.reference?.entity, declared[target]?.status == .retired else { continue }
        add(
          .needsRetired(record.id, field: use.field, retired: target), at: record.id, field: use.field,
          to: target)
      }
    }
  }

  private mutating func checkPublicApps() {
    for app in declared.apps
    where app.exposure == .public && app.url == nil && app.common.status.exists && !app.facts.isUnknown("url")
    {
      add(.publicWithoutURL(app.id), at: app.id)
    }
  }
}
