#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A lock that one process holds on a file: it goes with the process, however that ends.
public struct FileLock: ~Copyable {
  private let file: Descriptor

  /// Takes the lock; nil while somebody else holds it.
  public init?(at path: Path) throws(DiskFailure) {
    guard let file = Descriptor(opening: path, flags: O_RDWR | O_CREAT) else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
    }
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else {
        throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
      }
      return nil
    }
    self.file = file
  }
}
