import Synchronization

/// A thread that works beside the others for as long as the program wants it.
public final class Companion: Sendable {
  /// The system refused a thread.
  public struct Refused: Error {
    public let reason: String
  }

  /// Nil once it was waited for: a thread can be joined only once.
  private let thread: Mutex<Thread?>

  /// Begins the work.
  public init(_ work: @escaping @Sendable () -> Void) throws(Refused) {
    do throws(Thread.Refused) {
      thread = Mutex(try Thread(work))
    } catch {
      throw Refused(reason: error.reason)
    }
  }

  /// Waits until the work is done; at once where that was waited for before.
  public func join() {
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }
}
