import Nodes

/// An application that people use.
public struct DeclaredApp: Declaration {
  static let kind = Kind.app

  public let common: Common
  public let namespace: String?
  public let category: String?
  public let exposure: Exposure?
  public let url: String?
  public let icon: String?
  public let version: VersionText?
  public let replicas: Int?
  public let cluster: Reference?
  public let partOf: Reference?
  public let dependsOn: [Reference]
  public let accelerators: [Reference]
  public let storage: Reference?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    namespace = facts.take("namespace", "Its namespace in the cluster.", &fields)
    category = facts.take("category", "What it is for.", &fields)
    exposure = facts.take("exposure", "From where it can be reached.", &fields)
    url = facts.take("url", "Its address.", &fields)
    icon = facts.take("icon", "Its picture.", &fields)
    version = facts.take("version", "Its version, or a condition.", &fields)
    replicas = facts.take("replicas", "How many copies run.", &fields)
    cluster = facts.reference("cluster", "Where it runs.", ToCluster.self, &fields)
    partOf = facts.reference("partOf", "What it came with.", ToSoftware.self, &fields)
    dependsOn = facts.references("dependsOn", "What it cannot do without.", ToAnything.self, &fields)
    accelerators = facts.references("accelerators", "The devices it uses.", ToGPU.self, &fields)
    storage = facts.reference("storage", "What keeps its data.", ToStorage.self, &fields)
    self.facts = facts
  }
}
