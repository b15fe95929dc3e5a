extension Homelab {
  /// The topology of what is there, of everything or of one cluster with what carries it.
  public func topology(
    of cluster: EntityID? = nil, wording: Wording, for audience: Audience = .everyone
  ) -> Topology {
    let builder = TopologyBuilder(homelab: self, wording: wording, audience: audience, cluster: cluster)
    return builder.topology()
  }
}

/// Puts the boxes into each other.
private struct TopologyBuilder {
  let homelab: Homelab
  let wording: Wording
  let audience: Homelab.Audience
  let cluster: EntityID?

  private var declared: Declared { homelab.declared }
  private var relations: Relations { homelab.relations }

  func topology() -> Topology {
    let hosts = declared.hosts.map(\.id).filter { isShown($0) && concerns(host: $0) }
    let sites = declared.sites.map(\.id).filter(isShown)
    let placed = Set(hosts.filter { host in site(of: host).map(sites.contains) ?? false })
    var places = sites.map { site in
      box(site, subtitle: "location", boxes: hosts.filter { self.site(of: $0) == site }.map(hostBox))
    }
    if cluster != nil { places.removeAll { $0.boxes.isEmpty } }
    places += hosts.filter { !placed.contains($0) }.map(hostBox)
    let clusters = declared.clusters.map(\.id).filter { isShown($0) && (cluster == nil || cluster == $0) }
    return Topology(places: places, clusters: clusters.map(clusterBox), lines: lines(clusters))
  }

  private func isShown(_ id: EntityID) -> Bool {
    declared[id]?.status.exists == true && (audience == .owner || homelab.disclosure.shows(id))
  }

  /// Whether a machine belongs to the cluster that is asked for.
  private func concerns(host: EntityID) -> Bool {
    guard let cluster else { return true }
    return relations.nodes(on: host).contains { relations.targets(of: $0, by: "cluster").contains(cluster) }
  }

  private func site(of host: EntityID) -> EntityID? { declared.hosts[host.id]?.site?.entity }

  private func box(_ id: EntityID, subtitle: String, boxes: [Topology.Box] = []) -> Topology.Box {
    let record = declared[id]
    let text = record.map { homelab.cell(subtitle, of: $0, wording, audience).text } ?? ""
    return Topology.Box(
      id: id, title: wording.title(of: id) ?? "", subtitle: text == Wording.missing ? "" : text,
      status: record?.status ?? .active, count: record?.count ?? 1, boxes: boxes)
  }

  private func hostBox(_ id: EntityID) -> Topology.Box {
    box(id, subtitle: "model", boxes: carried(by: id, depth: 0))
  }

  /// The guests and nodes directly on something; guests in guests go as deep as a chain may.
  private func carried(by id: EntityID, depth: Int) -> [Topology.Box] {
    guard depth < 16 else { return [] }
    let guests = relations.sources(of: id, kind: .guest, by: "runsOn").filter(isShown).map {
      box($0, subtitle: "os", boxes: carried(by: $0, depth: depth + 1))
    }
    let nodes = relations.sources(of: id, kind: .node, by: "runsOn").filter(isShown).filter { node in
      cluster.map { relations.targets(of: node, by: "cluster").contains($0) } ?? true
    }
    return guests + nodes.map { box($0, subtitle: "role") }
  }

  private func clusterBox(_ id: EntityID) -> Topology.Box {
    let apps = relations.sources(of: id, kind: .app, by: "cluster").filter(isShown)
    return box(id, subtitle: "purpose", boxes: apps.map { box($0, subtitle: "exposure") })
  }

  private func lines(_ clusters: [EntityID]) -> [Topology.Line] {
    var lines: [Topology.Line] = []
    func add(_ kind: String, _ from: EntityID, _ to: EntityID) {
      guard isShown(from), isShown(to) else { return }
      let line = Topology.Line(kind: kind, from: from, to: to)
      if !lines.contains(line) { lines.append(line) }
    }
    for cluster in clusters {
      for node in relations.nodes(of: cluster) { add("member", node, cluster) }
      let ingress = relations.targets(of: cluster, by: "ingress").first
      for app in relations.sources(of: cluster, kind: .app, by: "cluster") {
        if declared.apps[app.id]?.exposure == .public, let ingress { add("exposed", ingress, app) }
        for device in relations.targets(of: app, by: "accelerators") { add("device", app, device) }
        for needed in relations.targets(of: app, by: "dependsOn") { add("depends", app, needed) }
      }
      for storage in relations.targets(of: cluster, by: "storage") {
        for host in relations.targets(of: storage, by: "backedBy") { add("storage", cluster, host) }
      }
    }
    return lines
  }
}
