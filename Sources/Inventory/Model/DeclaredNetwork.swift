import Nodes

/// A network.
public struct DeclaredNetwork: Declaration {
  static let kind = Kind.network

  public let common: Common
  public let vlan: Int?
  public let cidr: String?
  public let speed: BitRate?
  public let site: Reference?
  public let members: [Reference]
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    vlan = facts.take("vlan", "Its number.", &fields, isPrivate: true)
    cidr = facts.take("cidr", "Its addresses.", &fields, isPrivate: true)
    speed = facts.take("speed", "How fast it is.", &fields)
    site = facts.reference("site", "Where it is.", ToSite.self, &fields)
    members = facts.references("members", "What is plugged into it.", ToMember.self, &fields)
    self.facts = facts
  }
}
