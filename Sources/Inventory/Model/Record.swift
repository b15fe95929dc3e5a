import Language

/// One declared thing of any kind, by its common fields and facts.
public struct Record: Sendable, Equatable {
  public let id: EntityID
  public let facts: Facts
  public let name: LocalText?
  public let status: LifeStatus
  public let visibility: Visibility
  public let count: Int
  public let live: Binding?
  let origin: Origin

  /// What it is called: its name, or its id.
  public func title(in tongue: Tongue) -> String { name?.text(in: tongue) ?? id.id }
}

/// Where a thing is declared.
struct Origin: Sendable, Equatable {
  /// Which of the files.
  let file: Int
  let range: Range<Int>
}
