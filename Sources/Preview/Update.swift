import Diagnostics

/// One reading again of what changed.
public struct Update: Sendable {
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
