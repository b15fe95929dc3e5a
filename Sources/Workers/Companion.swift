/// A thread that works beside the others for as long as the program wants it.
public struct Companion: Sendable {
  /// The system refused a thread.
  public struct Refused: Error {
    public let reason: String
  }

  private let thread: Thread

  /// Begins the work.
  public init(_ work: @escaping @Sendable () -> Void) throws(Refused) {
    do throws(Thread.Refused) { thread = try Thread(work) } catch { throw Refused(reason: error.reason) }
  }

  /// Waits until the work is done.
  public func join() { thread.join() }
}
