import Language

/// A table of facts: things of one kind in rows, their fields in columns.
public struct FactTable: Sendable, Equatable {
  /// One column.
  public struct Column: Sendable, Equatable {
    /// The field: `memory.size`.
    public let key: String
    public let title: String
    /// Whether its values are amounts, which stand to the right.
    public let isNumeric: Bool
  }

  /// One field of one thing.
  public struct Cell: Sendable, Equatable {
    public let text: String
    /// Nil when nothing is known.
    public let value: FactValue?
    public let provenance: Provenance
    public let freshness: Freshness
  }

  /// One thing.
  public struct Row: Sendable, Equatable {
    public let id: EntityID
    public let title: String
    /// In the order of the columns.
    public let cells: [Cell]
    /// The word by which rows are grouped, for people; empty where they are not.
    public let group: String
  }

  /// One source that facts of the table come from.
  public struct Origin: Sendable, Hashable {
    public let source: String
    public let provenance: Provenance
    public let freshness: Freshness
  }

  public let kind: Kind
  public let caption: String
  public let columns: [Column]
  public let rows: [Row]
  /// The sources of its facts, by name; empty where all is declared.
  public let origins: [Origin]
  /// The day that the facts are those of; nil for the latest.
  public let asOf: Instant?
}
