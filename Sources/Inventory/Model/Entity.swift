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
  private let places: [String: Int]

  init(_ list: [Entity<Value>] = []) {
    self.list = list
    var places: [String: Int] = [:]
    places.reserveCapacity(list.count)
    for number in list.indices where places[list[number].id.id] == nil { places[list[number].id.id] = number }
    self.places = places
  }

  /// The thing with an id.
  public subscript(id: String) -> Entity<Value>? { places[id].map { list[$0] } }

  /// The thing that is referred to; nil when the reference is to another kind.
  public subscript(reference: Reference?) -> Entity<Value>? {
    guard let reference, let found = self[reference.entity.id], found.id == reference.entity else {
      return nil
    }
    return found
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { list.count }
  public subscript(position: Int) -> Entity<Value> { list[position] }
}
