import Nodes

/// Something wished for.
public struct RoadmapItem: Fielded, FactGroup, Equatable {
  public let id: String?
  public let title: LocalText?
  public let status: RoadmapStatus
  public let description: LocalText?
  public let components: [String]
  public let options: [String]
  public let target: PartialDay?
  public let links: [Link]
  public let visibility: Visibility
  public let affects: [Reference]
  public let facts: Facts

  public init(reading fields: inout Fields) {
    var facts = Facts()
    id = facts.take("id", "Its id.", &fields)
    title = facts.take("title", "What it is.", &fields)
    status = facts.take("status", "How far it is.", &fields, default: .planned)
    description = facts.take("description", "What it would bring.", &fields)
    components = facts.list("components", "What it would be made of.", &fields)
    options = facts.list("options", "What it could be made of.", &fields)
    target = facts.take("target", "When it should be there.", &fields)
    links = facts.list("links", "Pages about it.", &fields)
    visibility = facts.take("visibility", "Whether it may be shown.", &fields, default: .public)
    affects = facts.references("affects", "What it changes.", ToAnything.self, &fields)
    self.facts = facts
  }
}
