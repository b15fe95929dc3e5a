import Nodes

/// A line to the internet.
public struct Uplink: Fielded, FactGroup, Equatable {
  public let speed: BitRate?
  public let publicAddress: PublicAddress?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    speed = facts.take("speed", "How fast it is.", &fields)
    publicAddress = facts.take("publicAddress", "Whether its address stays the same.", &fields)
    self.facts = facts
  }
}
