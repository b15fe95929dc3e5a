import Language
import Nodes

/// What a source could not tell about one kind of thing, so that its absence proves nothing.
public struct ObservedGap: Fact {
  public var reason: Reason?
  /// When it was last told, where what was told then is kept.
  public var since: Instant?

  public init() {}

  public init(reading fields: inout Fields) {
    reason = fields.optional("reason", "Why it is not known.")
    since = fields.optional("since", "When it was last told, where what was told then is kept.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("reason", .fact(reason)),
      ("since", .fact(since)),
    ]
  }
}

extension ObservedGap {
  /// Why a kind of thing is not known.
  public enum Reason: String, CaseIterable, Readable {
    /// The source may not read it.
    case forbidden
    /// It does not exist there; that is an answer too.
    case notInstalled = "not-installed"
    /// It exists, but gave no answer.
    case unavailable
    /// It was told from memory, and may be older than the rest.
    case cached
  }

  public init(_ reason: Reason) { self.reason = reason }
}
