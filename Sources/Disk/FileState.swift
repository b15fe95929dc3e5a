#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system tells of a file without reading it: as long as all of it stays, so does what the file holds.
public struct FileState: Sendable, Hashable {
  public let size: Int
  /// When its bytes were last written, in nanoseconds since 1970.
  public let modified: Int
  /// When anything of it last changed.
  public let changed: Int
  /// Which file of its disk it is.
  public let number: Int

  public init(size: Int, modified: Int, changed: Int, number: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      size: Int(status.st_size), modified: modified.tv_sec * 1_000_000_000 + modified.tv_nsec,
      changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec,
      number: Int(truncatingIfNeeded: status.st_ino))
  }

  /// What the system tells of the file at a path; nil where there is none.
  public init?(of path: Path) {
    guard let status = System.status(of: path), System.isKind(S_IFREG, status) else { return nil }
    self.init(status)
  }

  /// How long a stamp may stay the same while time goes on: the system's clock is told in steps.
  public static var tick: Int {
    #if os(Linux)
      var step = timespec()
      if clock_getres(CLOCK_REALTIME_COARSE, &step) == 0 {
        return 2 * (step.tv_sec * 1_000_000_000 + step.tv_nsec)
      }
    #endif
    return 20_000_000
  }

  /// Waits until the clock that files are stamped with has passed an instant.
  public static func wait(until instant: Int) {
    let rest = instant - clock
    guard rest > 0 else { return }
    var time = timespec(tv_sec: rest / 1_000_000_000, tv_nsec: rest % 1_000_000_000)
    nanosleep(&time, nil)
  }

  /// The present by the clock that files are stamped with, in nanoseconds since 1970.
  public static var clock: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
