import Disk
import Workers

/// A look at the sources before anything is read: what changes from here on is for the next build.
struct SourceLook: Sendable {
  let sources: SourceList
  /// When it was over, by the clock that files are stamped with.
  private(set) var taken: Int
  /// What git says of them.
  let history: String

  init(at root: Path, besides output: Path, workers: Workers) {
    // Git takes as long as some thousand files.
    (history, sources) = workers.both({ Git.state(of: root.text) }) {
      SourceList(of: root, besides: output, workers: workers)
    }
    taken = FileState.clock
  }

  /// Waits, for two ticks of the clock at most, where a file was written so lately that it could be written again under
  /// the same stamp. What is read after that has another stamp when it changes.
  mutating func settle() {
    let youngest = sources.youngest
    guard youngest <= taken, youngest + FileState.tick >= taken else { return }
    FileState.wait(until: youngest + FileState.tick + 1)
    taken = FileState.clock
  }
}
