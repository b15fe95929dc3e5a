import Nodes

/// A virtual machine or container.
public struct DeclaredGuest: Declaration {
  static let kind = Kind.guest

  public let common: Common
  public let kind: GuestKind?
  public let vmid: Int?
  public let cpu: Cores?
  public let memory: ByteSize?
  public let disk: ByteSize?
  public let isPrivileged: Bool?
  public let runsOn: Reference?
  public let os: Reference?
  public let passthrough: [Reference]
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    kind = facts.take("kind", "What it is.", &fields)
    vmid = facts.take("vmid", "Its number in the hypervisor.", &fields, isPrivate: true)
    cpu = facts.take("cpu", "How much processor it is given.", &fields)
    memory = facts.take("memory", "How much memory it is given.", &fields)
    disk = facts.take("disk", "How much disk it is given.", &fields)
    isPrivileged = facts.take("privileged", "Whether its root is the root of its host.", &fields)
    runsOn = facts.reference("runsOn", "The machine it runs on.", ToHypervisor.self, &fields)
    os = facts.reference("os", "Its operating system.", ToPlatform.self, &fields)
    passthrough = facts.references("passthrough", "The devices it is given.", ToGPU.self, &fields)
    self.facts = facts
  }
}
