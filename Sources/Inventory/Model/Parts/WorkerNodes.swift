import Nodes

/// What does the work of a cluster.
public struct WorkerNodes: Fielded, FactGroup, Equatable {
  public let members: Int?
  public let zones: [String]
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    members = facts.take("members", "How many nodes there are.", &fields)
    zones = facts.list("zones", "What they are spread over.", &fields)
    self.facts = facts
  }
}
