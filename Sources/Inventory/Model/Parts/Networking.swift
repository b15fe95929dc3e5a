import Nodes

/// How the network of a cluster is made.
public struct Networking: Fielded, FactGroup, Equatable {
  public let podCIDR: String?
  public let serviceCIDR: String?
  public let vip: [String]
  public let bonding: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    podCIDR = facts.take("podCIDR", "The addresses of pods.", &fields, isPrivate: true)
    serviceCIDR = facts.take("serviceCIDR", "The addresses of services.", &fields, isPrivate: true)
    vip = facts.list("vip", "How a shared address is announced: arp, bgp.", &fields)
    bonding = facts.take("bonding", "How several cards make one: lacp, active-backup.", &fields)
    self.facts = facts
  }
}
