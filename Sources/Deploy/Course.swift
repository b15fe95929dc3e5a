/// What goes along with a deploy: who is told how far it has come, and what is done between sending and deleting.
public struct Course: Sendable {
  /// Is told how many of the files have been sent, of how many; on any thread.
  public var progress: @Sendable (_ sent: Int, _ all: Int) -> Void
  /// Makes caches forget what has changed, before what nobody should ask for any more is deleted.
  public var purge: @Sendable () throws(DeployFailure) -> Void

  public init(
    progress: @escaping @Sendable (_ sent: Int, _ all: Int) -> Void = { _, _ in },
    purge: @escaping @Sendable () throws(DeployFailure) -> Void = {}
  ) {
    self.progress = progress
    self.purge = purge
  }
}
