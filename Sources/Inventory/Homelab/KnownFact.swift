/// One fact as a page shows it: its value, where it comes from, and how far it can be trusted.
public struct KnownFact: Sendable, Equatable {
  public let path: FactPath
  /// Nil when the field is one that such things have, but nothing is known of it.
  public let value: FactValue?
  public let provenance: Provenance
  public let freshness: Freshness
}
