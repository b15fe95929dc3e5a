import Nodes

/// A network card of a machine.
public struct NetworkCard: Fielded, FactGroup, Equatable {
  public let id: String?
  public let speed: BitRate?
  public let mac: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    id = facts.take("id", "The name by which others refer to it.", &fields)
    speed = facts.take("speed", "How fast it is.", &fields)
    mac = facts.take("mac", "Its hardware address.", &fields, isPrivate: true)
    self.facts = facts
  }
}
