import Nodes

/// A storage system of a cluster: its volumes and disks, counted.
public struct ObservedStorage: Fact {
  public var version: String?
  public var volumes: Int?
  public var byRobustness: [String: Int] = [:]
  public var byState: [String: Int] = [:]
  public var size: Int?
  public var disks: Int?
  public var readyNodes: Int?
  public var capacity: Int?
  public var available: Int?
  public var replicas: Int?

  public init() {}

  public init(reading fields: inout Fields) {
    version = fields.optional("version", "The version of the system.")
    volumes = fields.optional("volumes", "How many volumes there are.")
    byRobustness = fields.facts("by_robustness", "How many volumes are healthy, degraded, faulted, unknown.")
    byState = fields.facts("by_state", "How many volumes are attached, detached.")
    size = fields.optional("size_bytes", "Bytes promised to volumes.")
    disks = fields.optional("disks", "How many disks there are.")
    readyNodes = fields.optional("ready_nodes", "How many nodes can store.")
    capacity = fields.optional("capacity_bytes", "Bytes on all disks.")
    available = fields.optional("available_bytes", "Free bytes on all disks.")
    replicas = fields.optional("replicas", "How many copies a new volume gets.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("version", .fact(version)),
      ("volumes", .fact(volumes)),
      ("by_robustness", .fact(byRobustness)),
      ("by_state", .fact(byState)),
      ("size_bytes", .fact(size)),
      ("disks", .fact(disks)),
      ("ready_nodes", .fact(readyNodes)),
      ("capacity_bytes", .fact(capacity)),
      ("available_bytes", .fact(available)),
      ("replicas", .fact(replicas)),
    ]
  }
}
