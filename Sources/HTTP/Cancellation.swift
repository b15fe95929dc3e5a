import Synchronization

/// A flag that one thread raises and requests under way look at, at least once a second.
public final class Cancellation: Sendable {
  private let raised = Atomic<Bool>(false)

  public init() {}

  /// Ends all requests that were given this flag; from then on none begins.
  public func cancel() { raised.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { raised.load(ordering: .relaxed) }
}
