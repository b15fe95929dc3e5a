// The same questions by the names of things; of what is not declared, nothing is known.

extension Relations {
  /// What a thing refers to, in the order of its fields; by one field only, where it is given.
  public func targets(of id: EntityID, by field: String? = nil) -> [EntityID] {
    guard let number = number(of: id) else { return [] }
    return names(targets(of: number, by: field.map { self.field($0) }))
  }

  /// What refers to a thing, in the order of declaration; things of one kind or by one field only, where it is given.
  public func sources(of id: EntityID, kind: Kind? = nil, by field: String? = nil) -> [EntityID] {
    guard let number = number(of: id) else { return [] }
    return names(sources(of: number, kind: kind, by: field.map { self.field($0) }))
  }

  /// What a node or guest runs on, step by step down to the machine: guest, then host.
  public func chain(of id: EntityID) -> [EntityID] { number(of: id).map { names(chain(of: $0)) } ?? [] }

  /// The machine that something runs on in the end; a machine runs on itself.
  public func host(of id: EntityID) -> EntityID? {
    id.kind == .host ? id : number(of: id).flatMap { host(of: $0) }.map { self.id($0) }
  }

  /// The guests of a machine, also those inside other guests.
  public func guests(on host: EntityID) -> [EntityID] { number(of: host).map { names(guests(on: $0)) } ?? [] }

  /// The nodes of a cluster.
  public func nodes(of cluster: EntityID) -> [EntityID] { sources(of: cluster, kind: .node, by: "cluster") }

  /// The nodes that a machine carries, itself or through its guests.
  public func nodes(on host: EntityID) -> [EntityID] { number(of: host).map { names(nodes(on: $0)) } ?? [] }

  private func names(_ things: [Int]) -> [EntityID] { things.map { id($0) } }
}
