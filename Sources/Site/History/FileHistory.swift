import Language

/// When a file was first and last committed.
public struct FileHistory: Sendable, Hashable {
  public let created: Instant
  public let modified: Instant

  public init(created: Instant, modified: Instant) {
    self.created = created
    self.modified = modified
  }
}
