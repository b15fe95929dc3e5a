import Nodes

/// What keeps the state of a cluster.
public struct ControlPlane: Fielded, FactGroup, Equatable {
  public let members: Int?
  public let etcd: String?
  public let endpoint: Endpoint?
  public let isSchedulable: Bool?
  public let address: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    members = facts.take("members", "How many nodes it has.", &fields)
    etcd = facts.take("etcd", "Where its data lies: stacked, external, embedded.", &fields)
    endpoint = facts.take("endpoint", "What stands before it.", &fields)
    isSchedulable = facts.take("schedulable", "Whether its nodes do work too.", &fields)
    address = facts.take("address", "Its address.", &fields, isPrivate: true)
    self.facts = facts
  }
}
