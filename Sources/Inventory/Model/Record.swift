import Language

/// One declared thing of any kind, by its common fields and facts.
///
/// It never changes; being a reference makes lists of tens of thousands of them cheap to sort and to walk over.
public final class Record: Sendable, Equatable {
  public let id: EntityID
  public let facts: Facts
  public let name: LocalText?
  public let status: LifeStatus
  public let visibility: Visibility
  public let count: Int
  public let live: Binding?
  let origin: Origin

  init(
    id: EntityID, facts: Facts, name: LocalText?, status: LifeStatus, visibility: Visibility, count: Int,
    live: Binding?, origin: Origin
  ) {
    self.id = id
    self.facts = facts
    self.name = name
    self.status = status
    self.visibility = visibility
    self.count = count
    self.live = live
    self.origin = origin
  }

  public static func == (one: Record, other: Record) -> Bool {
    one === other
      || one.id == other.id && one.facts == other.facts && one.name == other.name
        && one.status == other.status && one.visibility == other.visibility && one.count == other.count
        && one.live == other.live && one.origin == other.origin
  }

  /// Where it stands from the root of its file: `nodes.cp-1`, `roadmap[2]`.
  var path: String { origin.item.map { "\(id.kind.block)[\($0)]" } ?? "\(id.kind.block).\(id.id)" }

  /// What it is called: its name, or its id.
  public func title(in tongue: Tongue) -> String { name?.text(in: tongue) ?? id.id }
}

/// Where a thing is declared.
struct Origin: Sendable, Equatable {
  /// Which of the files.
  let file: Int
  let range: Range<Int>
  /// Which item of its block, where that is a list.
  var item: Int?
}
