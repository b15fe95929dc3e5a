import Nodes

/// What feeds a place.
public struct PowerSupply: Fielded, FactGroup, Equatable {
  public let ups: LocalText?
  public let watts: Watts?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    ups = facts.take("ups", "What carries on when the grid fails.", &fields)
    watts = facts.take("watts", "How much all machines draw.", &fields)
    self.facts = facts
  }
}
