import Nodes

/// The processor of a machine.
public struct Processor: Fielded, FactGroup, Equatable {
  public let model: String?
  public let cores: Int?
  public let threads: Int?
  public let arch: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    model = facts.take("model", "What its maker calls it.", &fields)
    cores = facts.take("cores", "How many cores it has.", &fields)
    threads = facts.take("threads", "How many threads it runs at once.", &fields)
    arch = facts.take("arch", "Its architecture: amd64, arm64.", &fields)
    self.facts = facts
  }
}
