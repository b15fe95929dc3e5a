import Nodes

/// A machine that one can touch.
public struct DeclaredHost: Declaration {
  static let kind = Kind.host

  public let common: Common
  public let vendor: String?
  public let model: String?
  public let formFactor: String?
  public let roles: [HostRole]
  public let cpu: Processor?
  public let memory: Memory?
  public let gpu: [GPU]
  public let storage: [Disk]
  public let nics: [NetworkCard]
  public let serial: String?
  public let purchased: PartialDay?
  public let watts: Watts?
  public let site: Reference?
  public let platform: Reference?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    vendor = facts.take("vendor", "Who made it.", &fields)
    model = facts.take("model", "What its maker calls it.", &fields)
    formFactor = facts.take("formFactor", "Its shape: mini-pc, sff, tower, rack.", &fields)
    roles = facts.list("roles", "What it is used for.", &fields)
    cpu = facts.take("cpu", "Its processor.", &fields)
    memory = facts.take("memory", "Its memory: the size, or a map with more.", &fields)
    gpu = facts.list("gpu", "Its graphics processors.", &fields)
    storage = facts.list("storage", "Its disks.", &fields)
    nics = facts.list("nics", "Its network cards.", &fields)
    serial = facts.take("serial", "Its serial number.", &fields, isPrivate: true)
    purchased = facts.take("purchased", "When it was bought.", &fields)
    watts = facts.take("watts", "How much it draws.", &fields)
    site = facts.reference("site", "Where it stands.", ToSite.self, &fields)
    platform = facts.reference("platform", "What it runs.", ToPlatform.self, &fields)
    self.facts = facts
  }
}
