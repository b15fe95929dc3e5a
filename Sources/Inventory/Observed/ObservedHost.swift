import Nodes

/// A machine as its hypervisor tells.
public struct ObservedHost: Fact {
  public var status: String?
  public var version: String?
  public var cpuModel: String?
  public var cores: Int?
  public var threads: Int?
  public var sockets: Int?
  public var memory: Int?
  public var storage: Int?

  public init() {}

  public init(reading fields: inout Fields) {
    status = fields.optional("status", "Whether it is online.")
    version = fields.optional("version", "The version of its hypervisor.")
    cpuModel = fields.optional("cpu_model", "The name of its processor.")
    cores = fields.optional("cores", "Its processor cores.")
    threads = fields.optional("threads", "Its processor threads.")
    sockets = fields.optional("sockets", "Its processors.")
    memory = fields.optional("memory_bytes", "Bytes of memory.")
    storage = fields.optional("storage_bytes", "Bytes of its own disk.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("status", .fact(status)),
      ("version", .fact(version)),
      ("cpu_model", .fact(cpuModel)),
      ("cores", .fact(cores)),
      ("threads", .fact(threads)),
      ("sockets", .fact(sockets)),
      ("memory_bytes", .fact(memory)),
      ("storage_bytes", .fact(storage)),
    ]
  }
}
