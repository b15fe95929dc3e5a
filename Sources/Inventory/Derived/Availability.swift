/// Whether a cluster survives the loss of a machine, as far as its declaration tells.
public enum Availability: String, Sendable, CaseIterable {
  /// Nothing is said of its control plane.
  case unknown
  /// One member: when it stops, so does the cluster.
  case single
  /// An even number of members survives no more losses than one member fewer would.
  case even
  /// Three or more, but so many on one machine that its loss stops them all.
  case sharedHost = "shared-host"
  /// Three or more, an odd number, on machines of their own.
  case high
}

extension Declared {
  /// How many members the control plane of a cluster has: those declared as nodes, else the number in words.
  public func controlPlaneMembers(of cluster: Entity<DeclaredCluster>, by relations: Relations) -> Int? {
    let counted = controlPlane(of: cluster.id, by: relations).reduce(0) { $0 + $1.common.count }
    return counted > 0 ? counted : cluster.controlPlane?.members
  }

  /// The verdict on a cluster.
  public func availability(of cluster: Entity<DeclaredCluster>, by relations: Relations) -> Availability {
    guard let members = controlPlaneMembers(of: cluster, by: relations), members > 0 else { return .unknown }
    if members == 1 { return .single }
    if members.isMultiple(of: 2) { return .even }
    var largest = 0
    var perHost: [EntityID: Int] = [:]
    for node in controlPlane(of: cluster.id, by: relations) {
      guard let host = relations.host(of: node.id), let machines = self[host]?.count else { continue }
      // Nodes alike on machines alike are spread evenly.
      perHost[host, default: 0] += (node.common.count + machines - 1) / machines
      largest = max(largest, perHost[host] ?? 0)
    }
    return members - largest > members / 2 ? .high : .sharedHost
  }

  private func controlPlane(of cluster: EntityID, by relations: Relations) -> [Entity<DeclaredNode>] {
    relations.nodes(of: cluster).compactMap { nodes[$0.id] }.filter { node in
      node.role?.isControlPlane == true && node.common.status.exists
    }
  }
}
