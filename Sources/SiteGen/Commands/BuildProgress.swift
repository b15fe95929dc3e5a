import Language
import Synchronization

/// The line of progress of long work, which several threads move on.
final class BuildProgress: Sendable {
  private let line = Mutex<Progress?>(nil)
  private let console: Console
  private let label: String

  init(_ label: String, on console: Console) {
    self.label = label
    self.console = console
  }

  /// Tells how much is done.
  func show(_ done: Int, of total: Int) {
    guard console.showsProgress else { return }
    line.withLock { line in
      if line == nil {
        line = Progress(label, of: total, on: console)
      }
      line?.advance(to: done)
    }
  }

  /// Takes the line away.
  func end() { line.withLock { $0 = nil } }
}
