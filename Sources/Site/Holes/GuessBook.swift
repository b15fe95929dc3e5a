import Synchronization

/// What links that lead nowhere most likely mean, remembered for as long as every place of a site stays what it is.
///
/// A preview tells the mistakes of a page again after each edit; to find a near miss takes a look at all addresses.
final class GuessBook: Sendable {
  private let known = Mutex<LinkTargets.Guesses>([:])

  /// What is known so far.
  var guesses: LinkTargets.Guesses { known.withLock { $0 } }

  /// Remembers what was guessed; two who guess the same at once guess alike.
  func add(_ guesses: LinkTargets.Guesses) {
    known.withLock { known in known.merge(guesses) { known, _ in known } }
  }
}
