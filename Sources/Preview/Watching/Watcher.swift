/// Waits for files to change, however the system tells of it.
protocol Watcher: Sendable {
  /// Waits until something happened, or until the timeout; gives all that has happened by then.
  ///
  /// Nil when the watcher was stopped.
  func next(waiting timeout: Duration?) -> [FileEvent]?

  /// Whether changes may go unseen from now on.
  var isBlind: Bool { get }

  /// Ends the waiting, from any thread.
  func stop()
}

/// One thing that happened to a file or a folder, whose path is told from the root of the site.
struct FileEvent: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Its content is complete: it was closed after writing, or moved to its place whole.
    case written
    /// A file has a name and may still be empty: its content follows.
    case created
    case removed
    /// It was called otherwise before.
    case renamed(from: String)
    /// Too much happened to tell: anything may have changed.
    case anything
    /// Another commit may be checked out now.
    case committed
  }

  let kind: Kind
  let path: String
  var isFolder = false

  init(_ kind: Kind, _ path: String, isFolder: Bool = false) {
    self.kind = kind
    self.path = path
    self.isFolder = isFolder
  }
}
