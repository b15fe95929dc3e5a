import Synchronization

extension Workers {
  /// Does two things at once, the first of them on a thread of its own; one after the other for a single worker, or where
  /// the system has no thread.
  public func both<One: Sendable, Other>(
    _ one: @escaping @Sendable () -> One, _ other: () -> Other
  ) -> (One, Other) {
    let result = Box<One>()
    var thread: Thread?
    if count > 1 {
      do throws(Thread.Refused) { thread = try Thread { result.put(one()) } } catch { thread = nil }
    }
    let second = other()
    thread?.join()
    return (result.value ?? one(), second)
  }
}

/// What a thread leaves for another.
private final class Box<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  var value: Value? { kept.withLock { $0 } }

  func put(_ value: Value) { kept.withLock { $0 = value } }
}
