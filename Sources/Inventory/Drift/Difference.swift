/// One way in which what is declared and what is observed stand to each other.
public struct Difference: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Declared, but its source does not have it.
    case missingLive = "missing-live"
    /// A source has it, but nobody declared it.
    case undeclaredLive = "undeclared-live"
    /// A field is declared one way and observed another.
    case differs
    /// It cannot be told, because the source is silent, may not look, is out of date, or the author does not know.
    case unverifiable
    /// A condition that is declared, such as a version of at least 1.35, is met.
    case satisfied
  }

  /// Why something cannot be told.
  public enum Reason: String, Sendable {
    case sourceSilent = "source-silent"
    case notReadable = "not-readable"
    case stale
    case unknown
  }

  public let kind: Kind
  /// The declared thing; nil for what nobody declared.
  public let entity: EntityID?
  /// The field that is meant; empty for the thing as a whole.
  public let field: String
  public let declared: FactValue?
  public let observed: FactValue?
  /// What the source calls it, such as `nodes/cp-1`; empty where it does not know it.
  public let key: String
  public let source: String
  public let reason: Reason?

  init(
    _ kind: Kind, _ entity: EntityID?, field: String = "", declared: FactValue? = nil,
    observed: FactValue? = nil,
    key: String = "", source: String, reason: Reason? = nil
  ) {
    self.kind = kind
    self.entity = entity
    self.field = field
    self.declared = declared
    self.observed = observed
    self.key = key
    self.source = source
    self.reason = reason
  }
}
