import Bytes
import Diagnostics
import Language
import Preview
import Synchronization

/// What a preview tells on the terminal while it runs.
final class PreviewAccount: Sendable {
  private let console: Console
  /// One voice at a time.
  private let turn = Mutex(())

  init(on console: Console) { self.console = console }

  /// The preview is there.
  func begin(_ preview: Preview, after duration: Duration) {
    turn.withLock { _ in
      console.show(preview.report)
      let time = Self.time(duration, console.tongue)
      let line = console.tongue.pick(
        en: "\(preview.places) addresses in \(time). Ctrl-C ends it.",
        es: "\(preview.places) direcciones en \(time). Ctrl-C para terminar.")
      if console.format == .human { console.say(line) }
      console.print("\(preview.address)\n")
    }
  }

  /// Something happened.
  func tell(_ news: Preview.News) {
    turn.withLock { _ in
      switch news {
      case .updated(let update):
        console.show(update.found)
        if console.format == .human { console.say(line(of: update)) }
      case .found(let report): console.show(report)
      case .warned(let finding): console.show(Report([Mistake(finding, path: "sitegen serve", place: nil)]))
      }
    }
  }

  /// The preview has ended.
  func end() {
    if console.showsProgress { console.say("") }
  }

  /// `content/blog/talos.md -> http… in 12 ms`.
  private func line(of update: Update) -> String {
    let tongue = console.tongue
    let names =
      switch update.paths.count {
      case 0:
        switch update.cause {
        case .files: tongue.pick(en: "the site", es: "el sitio")
        case .commit: tongue.pick(en: "another commit", es: "otro commit")
        case .time: tongue.pick(en: "time passing", es: "el paso del tiempo")
        }
      case 1...Self.mostNamed: update.paths.joined(separator: ", ")
      default: tongue.pick(en: "\(update.paths.count) files", es: "\(update.paths.count) archivos")
      }
    let place = update.address.map { " → \($0)" } ?? ""
    let end =
      update.isMended
      ? tongue.pick(en: ": mended", es: ": corregido")
      : update.errors > 0
        ? tongue.pick(
          en: update.errors == 1 ? ": 1 error" : ": \(update.errors) errors",
          es: update.errors == 1 ? ": 1 error" : ": \(update.errors) errores")
        : ""
    return "\(names)\(place) (\(Self.time(update.took, tongue)))\(end)"
  }

  /// More are counted.
  private static let mostNamed = 3

  /// `12 ms`, `1.4 s`.
  private static func time(_ duration: Duration, _ tongue: Tongue) -> String {
    let (seconds, rest) = duration.components
    let milliseconds = Int(seconds) * 1000 + Int(rest / 1_000_000_000_000_000)
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10)\(tongue.pick(en: ".", es: ","))\(tenths % 10) s"
  }
}
