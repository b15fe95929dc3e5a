import Nodes

/// Software that makes the platform.
public struct DeclaredComponent: Declaration {
  static let kind = Kind.component

  public let common: Common
  public let category: ComponentCategory?
  public let layer: String?
  public let version: VersionText?
  public let provides: [String]
  public let tech: [String]
  public let protocolName: String?
  public let issuer: String?
  public let backend: String?
  public let runsOn: [Reference]
  public let backedBy: Reference?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    category = facts.take("category", "What it is for.", &fields)
    layer = facts.take("layer", "Where in its category it stands: cni, lb.", &fields)
    version = facts.take("version", "Its version, or a condition.", &fields)
    provides = facts.list("provides", "What others get from it.", &fields)
    tech = facts.list("tech", "What it is made of.", &fields)
    protocolName = facts.take("protocol", "How it is spoken to.", &fields)
    issuer = facts.take("issuer", "Who signs its certificates.", &fields)
    backend = facts.take("backend", "What stands behind it.", &fields)
    runsOn = facts.references("runsOn", "Where it runs.", ToRuntime.self, &fields)
    backedBy = facts.reference("backedBy", "The machine that keeps its data.", ToHost.self, &fields)
    self.facts = facts
  }
}
