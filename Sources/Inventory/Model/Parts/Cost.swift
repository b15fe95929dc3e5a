import Nodes

/// A price.
public struct Cost: Fielded, FactGroup, Equatable {
  public let amount: Double?
  public let currency: String?
  public let per: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    amount = facts.take("amount", "How much.", &fields)
    currency = facts.take("currency", "In which currency: EUR.", &fields)
    per = facts.take("per", "For how long: month, year.", &fields)
    self.facts = facts
  }
}
