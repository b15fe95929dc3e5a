import Nodes

/// What a node of a cluster says of itself.
public struct ObservedNode: Fact {
  public var roles: [String] = []
  public var readiness: Readiness?
  public var isSchedulable: Bool?
  public var kubeletVersion: String?
  public var osImage: String?
  public var kernelVersion: String?
  public var architecture: String?
  public var runtimeVersion: String?
  public var millicores: Int?
  public var memory: Int?
  public var storage: Int?
  public var devices: [String: Int] = [:]

  public init() {}

  public init(reading fields: inout Fields) {
    roles = fields.value("roles", "The names in its role labels.", default: [])
    readiness = fields.optional(
      "readiness", "Whether it is ready; unknown when its last sign of life is too old.")
    isSchedulable = fields.optional("schedulable", "Whether it takes new work.")
    kubeletVersion = fields.optional("kubelet_version", "The version of its kubelet.")
    osImage = fields.optional("os_image", "The name of its operating system.")
    kernelVersion = fields.optional("kernel_version", "The version of its kernel.")
    architecture = fields.optional("architecture", "Its processor architecture.")
    runtimeVersion = fields.optional("runtime_version", "Its container runtime with the version.")
    millicores = fields.optional("cpu_millicores", "Thousandths of processor cores.")
    memory = fields.optional("memory_bytes", "Bytes of memory.")
    storage = fields.optional("storage_bytes", "Bytes of ephemeral storage.")
    devices = fields.facts(
      "devices", "How many of each extended resource it has, such as gpu.intel.com/i915.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("roles", .fact(roles)),
      ("readiness", .fact(readiness)),
      ("schedulable", .fact(isSchedulable)),
      ("kubelet_version", .fact(kubeletVersion)),
      ("os_image", .fact(osImage)),
      ("kernel_version", .fact(kernelVersion)),
      ("architecture", .fact(architecture)),
      ("runtime_version", .fact(runtimeVersion)),
      ("cpu_millicores", .fact(millicores)),
      ("memory_bytes", .fact(memory)),
      ("storage_bytes", .fact(storage)),
      ("devices", .fact(devices)),
    ]
  }
}

/// Whether something is at work.
public enum Readiness: String, CaseIterable, Readable {
  case ready
  case notReady = "not-ready"
  case unknown
}
