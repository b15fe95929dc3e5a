import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What has to be done every now and then while the preview runs.
final class Pulse: Sendable {
  private let daemon: HTTPDaemon
  private let audience: Audience
  private let isStopped = Atomic<Bool>(false)

  private static let slice: UInt32 = 50_000
  private static let slicesPerSecond = 20
  /// A stream without news shows by this that it is alive; and whether its browser still is.
  private static let secondsBetweenSigns = 10

  init(_ daemon: HTTPDaemon, _ audience: Audience) {
    self.daemon = daemon
    self.audience = audience
  }

  func run() {
    var slices = 0
    while !isStopped.load(ordering: .relaxed) {
      usleep(Self.slice)
      slices += 1
      if slices.isMultiple(of: Self.slicesPerSecond) { daemon.dropSlowClients() }
      if slices.isMultiple(of: Self.slicesPerSecond * Self.secondsBetweenSigns) { audience.keepAlive() }
    }
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }
}
