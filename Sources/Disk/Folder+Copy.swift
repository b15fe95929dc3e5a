import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Copying files into a folder.

extension Folder {
  /// A file to be copied, opened, so that what was compared is what is copied.
  public final class Original: Sendable {
    public let path: Path
    /// All that the system tells of the file, as one number: another content comes with another one.
    public let state: Digestible
    public let stamp: FileStamp
    fileprivate let descriptor: Int32

    /// What identifies a state of a file on one machine.
    public struct Digestible: Sendable, Hashable {
      public let device: UInt64
      public let number: UInt64
      public let modified: Int
      public let changed: Int
    }

    /// Opens a file to be copied; links are followed.
    public init(_ path: Path) throws(DiskFailure) {
      let descriptor = System.with(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) } ?? -1
      guard descriptor >= 0 else {
        throw DiskFailure(errno == ENOENT ? .absent : .system(doing: .read, reason: System.reason), at: path)
      }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        close(descriptor)
        throw DiskFailure(.system(doing: .read, reason: System.reason), at: path)
      }
      guard System.isKind(S_IFREG, status) else {
        close(descriptor)
        throw DiskFailure(System.isKind(S_IFDIR, status) ? .isFolder : .isNoFile, at: path)
      }
      self.path = path
      self.descriptor = descriptor
      stamp = FileStamp(status)
      #if canImport(Darwin)
        let changed = status.st_ctimespec
      #else
        let changed = status.st_ctim
      #endif
      state = Digestible(
        device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino),
        modified: stamp.modified, changed: changed.tv_sec * 1_000_000_000 + changed.tv_nsec)
    }

    deinit { close(descriptor) }
  }

  /// Copies a file; where the file system can, both share their bytes until one is changed.
  public func copy(_ original: Original, to path: String) throws(DiskFailure) -> FileStamp {
    let file = try create(path)
    defer { close(file) }
    if sitegen_share_content(original.descriptor, file) != 0 {
      lseek(original.descriptor, 0, SEEK_SET)
      try pump(original, to: file, at: path)
    }
    return try stamp(of: file, at: path)
  }

  /// Tells whether a file holds the same bytes as one that may be copied there.
  public func holds(_ original: Original, at path: String) -> Bool {
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    lseek(original.descriptor, 0, SEEK_SET)
    var one = [UInt8](repeating: 0, count: Self.chunk)
    var other = one
    while true {
      let read = one.withUnsafeMutableBytes { System.fill($0, from: original.descriptor) }
      let found = other.withUnsafeMutableBytes { System.fill($0, from: file) }
      guard read >= 0, read == found, one[..<read] == other[..<found] else { return false }
      if read < Self.chunk { return true }
    }
  }

  /// Large enough that the calls to the system cost nothing, small enough to stay in the cache.
  private static let chunk = 1 << 18

  /// Reads and writes a file to its end.
  private func pump(_ original: Original, to file: Int32, at path: String) throws(DiskFailure) {
    var buffer = [UInt8](repeating: 0, count: min(Self.chunk, original.stamp.size + 1))
    while true {
      let read = buffer.withUnsafeMutableBytes { System.fill($0, from: original.descriptor) }
      guard read >= 0 else {
        throw DiskFailure(.system(doing: .read, reason: System.reason), at: original.path)
      }
      guard read > 0 else { return }
      let written = buffer.withUnsafeBytes {
        System.write(UnsafeRawBufferPointer(rebasing: $0[..<read]), to: file)
      }
      guard written else { throw failure(at: path) }
    }
  }
}
