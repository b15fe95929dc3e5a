import Disk
import HTTP
import Language

/// What a source may use while it is asked.
public struct PullContext: Sendable {
  /// The folder of `site.yaml`, where relative paths begin.
  public let root: Path
  /// The variables of the process.
  public let environment: [String: String]
  /// What time it is, for the age of what is told.
  public let now: Instant
  /// Whether commands may be run.
  public let allowsExec: Bool
  /// By when all sources must have told.
  public let deadline: ContinuousClock.Instant
  /// Ends all that is under way.
  public let cancellation: Cancellation?

  public init(
    root: Path, environment: [String: String], now: Instant, allowsExec: Bool,
    deadline: ContinuousClock.Instant = .now + PullContext.longestPull, cancellation: Cancellation? = nil
  ) {
    self.root = root
    self.environment = environment
    // Fractions of a second would only be noise in what is written.
    self.now = Instant(seconds: now.seconds)
    self.allowsExec = allowsExec
    self.deadline = deadline
    self.cancellation = cancellation
  }

  /// How long all sources together may take.
  public static let longestPull = Duration.seconds(60)

  /// A path as `site.yaml` writes it; `~` is the user's own folder.
  public func path(_ text: String) -> Path {
    if text.hasPrefix("~/"), let home = environment["HOME"] {
      return Path(home).appending(String(text.dropFirst(2)))
    }
    return text.hasPrefix("/") ? Path(text) : root.appending(text)
  }

  /// How much of a limit is left before the deadline.
  public func remaining(of limit: Duration) -> Duration { max(.zero, min(limit, deadline - .now)) }
}
