import Nodes

/// A virtual machine or container as its hypervisor tells.
public struct ObservedGuest: Fact {
  public var kind: GuestKind?
  public var status: String?
  public var cpus: Int?
  public var memory: Int?
  public var disk: Int?
  public var host: String?

  public init() {}

  public init(reading fields: inout Fields) {
    kind = fields.optional("kind", "What it is.")
    status = fields.optional("status", "Whether it runs.")
    cpus = fields.optional("cpus", "Its virtual processors.")
    memory = fields.optional("memory_bytes", "Bytes of memory.")
    disk = fields.optional("disk_bytes", "Bytes of its root disk.")
    host = fields.optional("host", "On which machine of the hypervisor it is.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("kind", .fact(kind)),
      ("status", .fact(status)),
      ("cpus", .fact(cpus)),
      ("memory_bytes", .fact(memory)),
      ("disk_bytes", .fact(disk)),
      ("host", .fact(host)),
    ]
  }
}
