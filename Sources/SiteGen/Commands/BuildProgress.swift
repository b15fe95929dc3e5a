import Language
import Synchronization

/// The line of progress of a build, which several threads move on.
final class BuildProgress: Sendable {
  private let line = Mutex<Progress?>(nil)
  private let console: Console

  init(on console: Console) { self.console = console }

  /// Tells how many outputs are done.
  func show(_ done: Int, of total: Int) {
    guard console.showsProgress else { return }
    line.withLock { line in
      if line == nil {
        line = Progress(console.tongue.pick(en: "rendering", es: "generando"), of: total, on: console)
      }
      line?.advance(to: done)
    }
  }

  /// Takes the line away.
  func end() { line.withLock { $0 = nil } }
}
