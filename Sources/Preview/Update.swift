import Diagnostics

/// One reading again of what changed.
public struct Update: Sendable {
  /// What made it necessary.
  public enum Cause: Sendable, Equatable {
    /// Files were saved, renamed or removed.
    case files
    /// Another commit is checked out, which may tell other dates.
    case commit
    /// An instant has come at which something appears, expires or is told in other words.
    case time
  }

  public let cause: Cause
  /// What was saved, from the root of the site.
  public let paths: [String]
  /// Where the first of them is shown.
  public let address: String?
  /// From the first sign of the change to the browsers' being told.
  public let took: Duration
  /// What is wrong now and was not before.
  public let found: Report
  /// How many errors there are now.
  public let errors: Int
  /// Whether the last error was mended by this.
  public let isMended: Bool
}
