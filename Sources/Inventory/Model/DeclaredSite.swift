import Nodes

/// A place where machines stand.
public struct DeclaredSite: Declaration {
  static let kind = Kind.site

  public let common: Common
  public let location: LocalText?
  public let uplink: Uplink?
  public let power: PowerSupply?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    common = Common(reading: &fields, into: &facts)
    location = facts.take("location", "Where it is, as coarsely as may be told.", &fields)
    uplink = facts.take("uplink", "Its line to the internet.", &fields)
    power = facts.take("power", "What feeds it.", &fields)
    self.facts = facts
  }
}
