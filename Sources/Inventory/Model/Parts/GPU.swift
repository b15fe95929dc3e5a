import Nodes

/// A graphics processor, which guests can be given.
public struct GPU: Fielded, FactGroup, Equatable {
  public let id: String?
  public let model: String?
  public let isIntegrated: Bool?
  public let vram: ByteSize?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    id = facts.take("id", "The name by which others refer to it: host:x/gpu/ID.", &fields)
    model = facts.take("model", "What its maker calls it.", &fields)
    isIntegrated = facts.take("integrated", "Whether it is part of the processor.", &fields)
    vram = facts.take("vram", "Its own memory.", &fields)
    self.facts = facts
  }
}
