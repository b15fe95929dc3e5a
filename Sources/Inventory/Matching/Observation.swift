import Language

/// What a source said of one declared thing, as facts under the names that the declaration uses.
public struct Observation: Sendable, Equatable {
  /// The source that should know it.
  public let source: String
  /// By what it is called there: `nodes/cp-1`, `deployment/media/jellyfin`.
  public let keys: [String]
  public let facts: Facts
  /// Why there are no facts.
  public let absence: Absence?
  /// When it was told, where that was before all else: its source no longer tells such things.
  var since: Instant?

  /// Why a thing that should be seen is not.
  public enum Absence: String, Sendable {
    /// The source has never answered.
    case sourceSilent
    /// The source may not read such things, or they gave no answer.
    case notReadable
    /// The source answers, and does not have it.
    case missing
  }
}
