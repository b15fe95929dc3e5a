import Diagnostics
import Language

/// What can be wrong with a snapshot, and with replacing one.
public enum SnapshotFinding: Error, Finding, Equatable {
  case damaged(source: String)
  case newer(source: String, schema: Int)
  case misplaced(source: String)
  /// The facts are not those that were written.
  case changed(source: String)
  case shrunk(source: String, from: Int, to: Int)
  /// What a source did not tell is known from an earlier time.
  case kept(source: String)
  /// Of some kinds of things only, which the source could not tell.
  case keptKinds(source: String, [String])
  case nothingKept(source: String)

  public var severity: Severity {
    switch self {
    case .damaged, .newer, .misplaced, .changed: .warning
    case .shrunk: .error
    case .kept, .keptKinds, .nothingKept: .note
    }
  }

  public var code: String {
    switch self {
    case .damaged, .misplaced, .changed: "snapshot-damaged"
    case .newer: "snapshot-newer"
    case .shrunk: "source-shrunk"
    case .kept, .keptKinds, .nothingKept: "snapshot-kept"
    }
  }
}
