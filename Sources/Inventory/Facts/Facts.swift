/// What is said of one thing or of a part of it, field by field, in the order of the schema.
public struct Facts: Sendable, Equatable {
  /// One field.
  public struct Row: Sendable, Equatable {
    public let name: String
    public let value: FactValue
    /// Whether it is kept to ourselves unless `publish.allow` names it.
    public let isPrivate: Bool
  }

  public private(set) var rows: [Row] = []
  /// Where it refers to other things.
  public internal(set) var references: [ReferenceUse] = []

  public init() {}

  /// The value of a field; nil when nothing was said.
  public subscript(name: String) -> FactValue? {
    // Rows are looked at in their place: to copy each costs more than to compare.
    let count = name.utf8.count
    for index in rows.indices where rows[index].name.utf8.count == count && rows[index].name == name {
      return rows[index].value
    }
    return nil
  }

  /// Tells whether the author says that a field is not known.
  public func isUnknown(_ name: String) -> Bool { self[name] == .unknown }

  /// Adds a field, or replaces it in its place.
  public mutating func set(_ name: String, to value: FactValue, isPrivate: Bool = false) {
    let row = Row(name: name, value: value, isPrivate: isPrivate)
    if let index = rows.firstIndex(where: { $0.name == name }) {
      rows[index] = row
    } else {
      rows.append(row)
    }
  }

  /// Adds a field that is not there yet.
  mutating func add(_ row: Row) {
    if rows.isEmpty { rows.reserveCapacity(Self.usual) }
    rows.append(row)
  }

  /// Hardly a thing says more of itself.
  private static let usual = 10

  /// These facts, then those of another group.
  func followed(by other: Facts) -> Facts {
    var all = self
    all.rows += other.rows
    all.references += other.references
    return all
  }
}
