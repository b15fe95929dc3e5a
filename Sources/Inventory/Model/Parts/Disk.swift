import Nodes

/// A disk of a machine, or several alike.
public struct Disk: Fielded, FactGroup, Equatable {
  public let id: String?
  public let kind: DiskKind?
  public let size: ByteSize?
  public let count: Int?
  public let use: LocalText?
  public let raid: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    id = facts.take("id", "The name by which others refer to it: host:x/storage/ID.", &fields)
    kind = facts.take("kind", "What it is.", &fields)
    size = facts.take("size", "How much one holds.", &fields)
    count = facts.take("count", "How many there are.", &fields)
    use = facts.take("use", "What it is for.", &fields)
    raid = facts.take("raid", "How several make one.", &fields)
    self.facts = facts
  }
}
