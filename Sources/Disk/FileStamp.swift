/// By what a file is taken for the same without reading it: its size and when it was last written.
public struct FileStamp: Sendable, Hashable {
  public let size: Int
  /// Nanoseconds since 1970.
  public let modified: Int

  public init(size: Int, modified: Int) {
    self.size = size
    self.modified = modified
  }

  /// The stamp of what a path leads to; nil for nothing.
  public init?(of path: Path) {
    guard let status = System.status(of: path) else { return nil }
    self.init(status)
  }
}
