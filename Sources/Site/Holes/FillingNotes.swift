import Diagnostics
import Templates

/// What was learnt while holes were filled.
public struct FillingNotes: Sendable {
  /// What the filled text depends on.
  public var reads = Reads()
  /// What is wrong, at the author's place; see `LinkTargets.told`.
  public var faults: [Fault] = []
  /// Mistakes in templates of shortcodes, with their own places.
  public var mistakes: [Mistake] = []

  public init() {}
}

extension Reads {
  /// Adds what another rendering has read.
  mutating func merge(_ other: Reads) {
    for key in other.keys { record(key) }
    if let expiry = other.expiry { record(expiry: expiry) }
  }
}
