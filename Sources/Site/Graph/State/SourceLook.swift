import Disk

/// A look at the sources before anything is read: what changes from here on is for the next build.
struct SourceLook: Sendable {
  let sources: SourceList
  /// When it was taken, by the clock that files are stamped with.
  let taken: Int
  /// What git says of them.
  let history: String

  init(at root: Path, besides output: Path) {
    taken = FileState.clock
    sources = SourceList(of: root, besides: output)
    history = Git.state(of: root.text)
  }
}
