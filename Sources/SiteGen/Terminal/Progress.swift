/// A line on the terminal that tells how far long work has come; nothing on a pipe, nothing for quick work.
struct Progress: ~Copyable {
  private let console: Console
  private let label: String
  private let total: Int
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// Work that is over sooner shows nothing.
  private static let patience = Duration.milliseconds(500)
  /// Often enough to look alive, seldom enough to cost nothing.
  private static let interval = Duration.milliseconds(100)

  init(_ label: String, of total: Int, on console: Console) {
    self.label = label
    self.total = total
    self.console = console
  }

  /// Tells how much is done.
  mutating func advance(to done: Int, at now: ContinuousClock.Instant = .now) {
    guard let line = line(for: done, at: now) else { return }
    lastShown = now
    console.overwrite(line)
  }

  /// The line to show now, or nil when it is too early for one.
  func line(for done: Int, at now: ContinuousClock.Instant) -> String? {
    guard console.showsProgress, start.duration(to: now) >= Self.patience else { return nil }
    if let lastShown, lastShown.duration(to: now) < Self.interval { return nil }
    return "\(label) \(done)/\(total)"
  }

  deinit {
    if lastShown != nil { console.overwrite("") }
  }
}
