import Nodes

/// A service that somebody else runs.
public struct DeclaredCloud: Declaration {
  static let kind = Kind.cloud

  public let common: Common
  public let use: LocalText?
  public let cost: Cost?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    use = facts.take("use", "What it is for.", &fields)
    cost = facts.take("cost", "What it costs.", &fields)
    self.facts = facts
  }
}
