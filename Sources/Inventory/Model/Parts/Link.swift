import Nodes

/// A page about something.
public struct Link: Fielded, FactGroup, Equatable {
  public let title: LocalText?
  public let url: String?
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    title = facts.take("title", "The words of the link.", &fields)
    url = facts.take("url", "Where it leads.", &fields)
    self.facts = facts
  }
}
