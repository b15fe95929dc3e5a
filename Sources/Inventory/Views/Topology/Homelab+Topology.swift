extension Homelab {
  /// The topology of what is there, of everything or of some clusters with what carries them.
  public func topology(
    of clusters: [EntityID] = [], wording: Wording, for audience: Audience = .everyone
  ) -> Topology {
    let builder = TopologyBuilder(
      homelab: self, wording: wording, audience: audience, chosen: Set(clusters))
    return builder.topology()
  }
}

/// Puts the boxes into each other.
private struct TopologyBuilder {
  let homelab: Homelab
  let wording: Wording
  let audience: Homelab.Audience
  /// The clusters that are asked for; all when empty.
  let chosen: Set<EntityID>

  private var declared: Declared { homelab.declared }
  private var relations: Relations { homelab.relations }

  func topology() -> Topology {
    let clusters = declared.clusters.map(\.id).filter { isShown($0) && isChosen($0) }
    let backed = storages(of: clusters)
    return Topology(
      places: places(with: Set(backed.flatMap { relations.targets(of: $0, by: "backedBy") })),
      clusters: clusters.map { clusterBox($0, without: Set(backed)) },
      gates: clusters.compactMap(gate).withoutRepeats.map { box($0, "category") },
      storages: backed.map(storageBox), lines: lines(clusters))
  }

  private func isShown(_ id: EntityID) -> Bool {
    declared[id]?.status.exists == true && (audience == .owner || homelab.disclosure.shows(id))
  }

  private func isChosen(_ cluster: EntityID) -> Bool { chosen.isEmpty || chosen.contains(cluster) }

  private func tells(_ field: String, of id: EntityID) -> Bool {
    audience == .owner
      || homelab.disclosure.verdict(on: FactPath(id, [field]), isPrivate: false) == .shown
  }

  private func box(
    _ id: EntityID, _ subtitle: String, note: String = "", boxes: [Topology.Box] = []
  ) -> Topology.Box {
    let record = declared[id]
    let status = record?.status ?? .active
    let title = wording.title(of: id) ?? ""
    let below = text(subtitle, of: id)
    return Topology.Box(
      id: id, title: title, subtitle: below == title ? "" : below, note: note,
      status: status, state: status == .active ? "" : text("status", of: id), count: record?.count ?? 1,
      boxes: boxes)
  }

  /// A field as a table would show it; empty where nothing is known or to be told.
  private func text(_ field: String, of id: EntityID) -> String {
    guard !field.isEmpty, let record = declared[id] else { return "" }
    let cell = homelab.cell(field, of: record, wording, audience)
    return cell.value == nil || cell.value == .unknown || cell.text == Wording.missing ? "" : cell.text
  }

  private func joined(_ fields: [String], of id: EntityID, by separator: String) -> String {
    fields.map { text($0, of: id) }.filter { !$0.isEmpty }.joined(separator: separator)
  }
}

extension TopologyBuilder {
  /// Sites with their machines, then machines of no site; of machines only those that carry a chosen cluster or its data.
  private func places(with keepers: Set<EntityID>) -> [Topology.Box] {
    let hosts = declared.hosts.map(\.id).filter { id in
      isShown(id) && (chosen.isEmpty || keepers.contains(id) || carriesChosen(id))
    }
    let sites = declared.sites.map(\.id).filter(isShown)
    let shown = Set(sites)
    let bySite = Dictionary(grouping: hosts) { host -> EntityID? in
      let site = declared.hosts[host.id]?.site?.entity
      return site.flatMap { shown.contains($0) ? $0 : nil }
    }
    let places = sites.map { box($0, "location", boxes: (bySite[$0] ?? []).map(hostBox)) }
    return places.filter { chosen.isEmpty || !$0.boxes.isEmpty } + (bySite[nil] ?? []).map(hostBox)
  }

  private func carriesChosen(_ host: EntityID) -> Bool {
    relations.nodes(on: host).contains { node in
      relations.targets(of: node, by: "cluster").contains(where: isChosen)
    }
  }

  private func hostBox(_ id: EntityID) -> Topology.Box {
    box(
      id, "model", note: joined(["cpu.model", "memory.size"], of: id, by: " · "),
      boxes: carried(by: id, depth: 0))
  }

  /// The guests and nodes directly on something; guests in guests go as deep as a chain may.
  private func carried(by id: EntityID, depth: Int) -> [Topology.Box] {
    guard depth < 16 else { return [] }
    let guests = relations.sources(of: id, kind: .guest, by: "runsOn").filter(isShown).map {
      box($0, "os", note: text("kind", of: $0), boxes: carried(by: $0, depth: depth + 1))
    }.filter { chosen.isEmpty || !$0.boxes.isEmpty }
    let nodes = relations.sources(of: id, kind: .node, by: "runsOn").filter(isShown).filter { node in
      chosen.isEmpty || relations.targets(of: node, by: "cluster").contains(where: isChosen)
    }
    return guests + nodes.map { box($0, "role") }
  }

  private func clusterBox(_ id: EntityID, without elsewhere: Set<EntityID>) -> Topology.Box {
    let apps = relations.sources(of: id, kind: .app, by: "cluster").filter(isShown)
    let own = relations.targets(of: id, by: "storage").filter { isShown($0) && !elsewhere.contains($0) }
    return box(
      id, "purpose", note: joined(["distribution", "version"], of: id, by: " "),
      boxes: apps.map(appBox) + own.map(storageBox))
  }

  /// An application; that it cannot be reached need not be said.
  private func appBox(_ id: EntityID) -> Topology.Box {
    let isClosed = declared.apps[id.id]?.exposure == Exposure.none
    return box(id, isClosed ? "" : "exposure", note: text("description", of: id))
  }

  private func storageBox(_ id: EntityID) -> Topology.Box {
    let machines = relations.targets(of: id, by: "backedBy").filter(isShown).compactMap(wording.title(of:))
    return box(id, "protocol", note: machines.joined(separator: ", "))
  }

  /// What lets requests into a cluster.
  private func gate(_ cluster: EntityID) -> EntityID? {
    relations.targets(of: cluster, by: "ingress").first(where: isShown)
  }

  /// What keeps volumes of the clusters on a machine that may be named.
  private func storages(of clusters: [EntityID]) -> [EntityID] {
    clusters.flatMap { relations.targets(of: $0, by: "storage") }.withoutRepeats.filter { storage in
      isShown(storage) && relations.targets(of: storage, by: "backedBy").contains(where: isShown)
    }
  }
}

extension TopologyBuilder {
  private func lines(_ clusters: [EntityID]) -> [Topology.Line] {
    var lines: [Topology.Line] = []
    var seen: Set<Topology.Line> = []
    func add(_ kind: Topology.Line.Kind, _ from: EntityID, _ to: EntityID) {
      let line = Topology.Line(kind: kind, from: from, to: to)
      if isShown(from), isShown(to), seen.insert(line).inserted { lines.append(line) }
    }
    for cluster in clusters {
      for node in relations.nodes(of: cluster) { add(.member, node, cluster) }
      if let gate = gate(cluster) { add(.gate, gate, cluster) }
      for app in relations.sources(of: cluster, kind: .app, by: "cluster") {
        if isExposed(app) { add(.exposed, gate(cluster) ?? cluster, app) }
        for device in relations.targets(of: app, by: "accelerators") { add(.device, app, device) }
        for needed in relations.targets(of: app, by: "dependsOn") { add(.depends, app, needed) }
      }
      for storage in relations.targets(of: cluster, by: "storage") {
        add(.storage, cluster, storage)
        for host in relations.targets(of: storage, by: "backedBy") { add(.backed, storage, host) }
      }
    }
    return lines
  }

  private func isExposed(_ app: EntityID) -> Bool {
    declared.apps[app.id]?.exposure == .public && tells("exposure", of: app)
  }
}
