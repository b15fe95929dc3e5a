import Nodes

/// A member of a cluster.
public struct DeclaredNode: Declaration {
  static let kind = Kind.node

  public let common: Common
  public let role: NodeRole?
  public let isSchedulable: Bool?
  public let addresses: [String]
  public let taints: [String]
  public let labels: TextMap?
  public let cluster: Reference?
  public let runsOn: Reference?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    role = facts.take("role", "What it does there.", &fields)
    isSchedulable = facts.take("schedulable", "Whether it takes work.", &fields)
    addresses = facts.list("addresses", "Its addresses.", &fields, isPrivate: true)
    taints = facts.list("taints", "What keeps work away from it.", &fields)
    labels = facts.take("labels", "What work is drawn by.", &fields)
    cluster = facts.reference("cluster", "Its cluster.", ToCluster.self, &fields)
    runsOn = facts.reference("runsOn", "The guest or machine it is.", ToMachine.self, &fields)
    self.facts = facts
  }
}
