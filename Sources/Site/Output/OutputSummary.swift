/// What a build changed in the output folder.
public struct OutputSummary: Sendable, Equatable {
  /// Pages, feeds and other files that the program made, and that are new or changed.
  public var written = 0
  /// Files of the site that were copied because they are new or changed.
  public var copied = 0
  /// Files that were as they should be.
  public var unchanged = 0
  /// Files of an earlier build that the site no longer has.
  public var deleted = 0

  public init() {}
}
