import Language

/// When a request is made again, and after which pause.
///
/// The pause is chosen anywhere between nothing and a ceiling that doubles ("full jitter"), so that many clients that
/// failed together do not come back together. A server that names a time in `Retry-After` is obeyed.
public struct Retries: Sendable {
  /// How often a request is made in all.
  public var attempts: Int
  /// The answers that may become better.
  public var statuses: Set<Int>
  /// The failures that may pass.
  public var occasions: Set<Occasion>
  /// The ceiling of the first pause.
  public var firstPause: Duration
  /// The ceiling that no pause exceeds, and the longest `Retry-After` that is obeyed.
  public var longestPause: Duration

  /// What may go better the next time.
  public enum Occasion: Sendable {
    /// The server was not reached; nothing was sent.
    case connecting
    /// The connection ended before the answer did.
    case lost
    /// No whole answer came in time.
    case timeout
  }

  public init(
    attempts: Int = 2, statuses: Set<Int> = [429, 500, 502, 503, 504],
    occasions: Set<Occasion> = [.connecting, .lost],
    firstPause: Duration = .milliseconds(250), longestPause: Duration = .seconds(10)
  ) {
    self.attempts = attempts
    self.statuses = statuses
    self.occasions = occasions
    self.firstPause = firstPause
    self.longestPause = longestPause
  }

  /// No second try.
  public static let none = Retries(attempts: 1)
}

extension Retries {
  /// The pause before the next try; nil when there is none.
  func pause(
    after outcome: Result<Response, HTTPFailure>, attempt: Int, of method: Request.Method, chance: Double
  ) -> Duration? {
    guard attempt < attempts else { return nil }
    let jitter = ceiling(of: attempt) * chance
    switch outcome {
    case .failure(let failure):
      guard let occasion = failure.occasion, occasions.contains(occasion) else { return nil }
      return method.isRepeatable || occasion == .connecting ? jitter : nil
    case .success(let response):
      // A server that is too busy has done nothing yet, so that even what must not be done twice may be tried again.
      guard statuses.contains(response.status), method.isRepeatable || response.status == 429 else {
        return nil
      }
      guard let wish = response.retryAfter else { return jitter }
      return wish <= longestPause ? wish : nil
    }
  }

  private func ceiling(of attempt: Int) -> Duration {
    // Thirty doublings exceed any sensible pause; more would overflow.
    min(longestPause, firstPause * (1 << min(attempt - 1, 30)))
  }
}

extension Response {
  /// The pause that the server wishes, in seconds or as a date against its own clock.
  var retryAfter: Duration? {
    guard let text = self[header: "Retry-After"] else { return nil }
    if let seconds = Int(text) { return seconds < 0 ? nil : .seconds(seconds) }
    guard let then = HTTPDate.read(text), let date else { return nil }
    return .seconds(max(0, then.seconds - date.seconds))
  }
}
