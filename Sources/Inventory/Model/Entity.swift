/// One declared thing with its id; its fields are reached directly: `host.cpu?.cores`.
@dynamicMemberLookup
public struct Entity<Value: Sendable & Equatable>: Sendable, Equatable {
  public let id: EntityID
  public let value: Value

  public subscript<Field>(dynamicMember field: KeyPath<Value, Field>) -> Field { value[keyPath: field] }
}

/// All declared things of one kind, in the order of declaration.
public struct Entities<Value: Sendable & Equatable>: Sendable, Equatable, RandomAccessCollection {
  private let list: [Entity<Value>]
  private let kind: Kind
  /// The place of everything of every kind, and where among it this kind begins.
  private let places: [EntityID: Int]
  private let first: Int

  init(_ list: [Entity<Value>], _ kind: Kind, places: [EntityID: Int]) {
    self.list = list
    self.kind = kind
    self.places = places
    first = list.first.flatMap { places[$0.id] } ?? 0
  }

  /// The thing with an id.
  public subscript(id: String) -> Entity<Value>? { places[EntityID(kind, id)].map { list[$0 - first] } }

  /// The thing that is referred to; nil when the reference is to another kind.
  public subscript(reference: Reference?) -> Entity<Value>? {
    guard let reference, reference.entity.kind == kind else { return nil }
    return self[reference.entity.id]
  }

  public static func == (one: Entities, other: Entities) -> Bool { one.list == other.list }

  public var startIndex: Int { 0 }
  public var endIndex: Int { list.count }
  public subscript(position: Int) -> Entity<Value> { list[position] }
}
