import Nodes

/// What can be said of anything. It never changes; as a reference it does not make things dear to pass on.
public final class Common: Sendable, Equatable {
  public let name: LocalText?
  public let description: LocalText?
  public let purpose: LocalText?
  public let status: LifeStatus
  public let tags: [String]
  public let links: [Link]
  public let image: String?
  public let since: PartialDay?
  public let until: PartialDay?
  public let replacedBy: Reference?
  public let visibility: Visibility
  public let count: Int
  public let live: Binding?
  public let notes: LocalText?

  init(reading fields: inout Fields, into facts: inout Facts) {
    name = facts.take("name", "Its name; the id otherwise.", &fields)
    description = facts.take("description", "What it is, in a sentence.", &fields)
    purpose = facts.take("purpose", "What it is there for.", &fields)
    status = facts.take("status", "How far along its life is.", &fields, default: .active)
    tags = facts.list("tags", "Words to find it by.", &fields)
    links = facts.list("links", "Pages about it.", &fields)
    image = facts.take("image", "A picture of it.", &fields)
    since = facts.take("since", "When it began.", &fields)
    until = facts.take("until", "When it ended.", &fields)
    replacedBy = facts.reference("replacedBy", "What came after it.", ToAnything.self, &fields)
    visibility = facts.take("visibility", "Whether it may be shown at all.", &fields, default: .public)
    count = facts.take("count", "How many alike there are.", &fields, default: 1, in: 1...10_000)
    live = facts.take("live", "What it is called where it can be seen at work.", &fields, isPrivate: true)
    notes = facts.take("notes", "Anything else.", &fields)
    for entry in fields.free(prefix: "x-") {
      facts.set(entry.key, to: FactValue(entry.value), isPrivate: true)
    }
  }

  public static func == (one: Common, other: Common) -> Bool {
    one === other
      || one.name == other.name && one.description == other.description && one.purpose == other.purpose
        && one.status == other.status && one.tags == other.tags && one.links == other.links
        && one.image == other.image && one.since == other.since && one.until == other.until
        && one.replacedBy == other.replacedBy && one.visibility == other.visibility
        && one.count == other.count && one.live == other.live && one.notes == other.notes
  }
}
