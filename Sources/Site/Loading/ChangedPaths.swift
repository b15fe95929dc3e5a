/// Files and folders that somebody says have changed, by their paths from the root of a site.
struct ChangedPaths: Sendable {
  private let paths: Set<String>
  /// What may be folders: all below them has changed too.
  private let folders: [String]

  init(_ paths: [String]) {
    self.paths = Set(paths)
    folders = paths.filter { !$0.hasSuffix(".md") }.map { "\($0)/" }
  }

  /// Whether a file is among them.
  func touch(_ path: String) -> Bool {
    paths.contains(path) || folders.contains { path.hasPrefix($0) }
  }
}
