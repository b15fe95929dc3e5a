#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A lock that one process holds on a file: it goes with the process, however that ends.
public struct FileLock: ~Copyable, Sendable {
  private let file: Descriptor

  /// Takes the lock; nil while somebody else holds it.
  public init?(at path: Path) throws(DiskFailure) {
    while true {
      guard let file = Descriptor(opening: path, flags: O_RDWR | O_CREAT) else {
        throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
      }
      guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
        guard errno == EWOULDBLOCK else {
          throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
        }
        return nil
      }
      // Who held it may have removed the file between the two steps; then the lock is on a file that nobody sees.
      var mine = stat()
      if fstat(file.number, &mine) == 0, let there = System.status(of: path), there.st_ino == mine.st_ino {
        self.file = file
        return
      }
    }
  }

  /// A command that is being started at this moment may hold a copy of the open file: closing ours would not do.
  deinit { flock(file.number, LOCK_UN) }
}
