import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open folder: what lies below it is written, moved and removed by its path from there, by many threads at once.
///
/// The system finds `blog/talos/index.html` from the folder itself, whatever happens to the names above it. No path
/// may hold a NUL: the system would not see what follows.
public final class Folder: Sendable {
  /// Where it was opened, for messages.
  public let path: Path
  let descriptor: Int32

  /// Opens a folder.
  public init(opening path: Path) throws(DiskFailure) {
    let descriptor = System.with(path) { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } ?? -1
    guard descriptor >= 0 else {
      throw DiskFailure(errno == ENOENT ? .absent : .system(doing: .read, reason: System.reason), at: path)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

// MARK: What is there

extension Folder {
  /// What stands at a path.
  public enum Finding: Sendable, Equatable {
    case nothing
    case file(FileStamp)
    case folder
    /// A link, a device, a pipe, or what may not be looked at.
    case other
  }

  /// Looks what stands at a path; links are not followed.
  public func finding(at path: String) -> Finding {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .nothing : .other
    }
    if System.isKind(S_IFREG, status) { return .file(FileStamp(status)) }
    return System.isKind(S_IFDIR, status) ? .folder : .other
  }

  /// Tells whether a file stands at a path and has a stamp; links are not followed.
  public func holdsFile(at path: ArraySlice<UInt8>, stamped stamp: FileStamp) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: path.count + 1, alignment: 1) { buffer in
      // The system wants a NUL behind the name.
      buffer.copyBytes(from: path)
      buffer[path.count] = 0
      guard let name = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
      var status = stat()
      return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && System.isKind(S_IFREG, status)
        && FileStamp(status) == stamp
    }
  }

  /// Tells whether a file holds just these bytes.
  public func holds(_ bytes: Span<UInt8>, at path: String) -> Bool {
    let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return bytes.withUnsafeBytes { System.holds($0, file) }
  }

  /// The names in the folder itself.
  public func names() throws(DiskFailure) -> [String] {
    guard let names = System.names(in: path) else {
      throw DiskFailure(.system(doing: .read, reason: System.reason), at: path)
    }
    return names.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}

// MARK: Changing it

extension Folder {
  /// Writes a file, over what was there.
  @discardableResult
  public func write(_ bytes: Span<UInt8>, to path: String) throws(DiskFailure) -> FileStamp {
    let file = try create(path)
    defer { close(file) }
    guard bytes.withUnsafeBytes({ System.write($0, to: file) }) else { throw failure(at: path) }
    return try stamp(of: file, at: path)
  }

  /// Makes a folder and those above it.
  public func makeFolder(_ path: String) throws(DiskFailure) {
    if mkdirat(descriptor, path, 0o777) == 0 { return }
    if errno == ENOENT, let slash = path.utf8.lastIndex(of: Path.separator) {
      try makeFolder(String(path[..<slash]))
      if mkdirat(descriptor, path, 0o777) == 0 { return }
    }
    guard errno == EEXIST, finding(at: path) == .folder else { throw failure(at: path) }
  }

  /// Moves a file or folder in here to a place in another folder of the same file system, over a file that is there.
  public func move(_ name: String, to path: String, in other: Folder) throws(DiskFailure) {
    guard renameat(descriptor, name, other.descriptor, path) == 0 else { throw other.failure(at: path) }
  }

  /// Removes a file; one that is not there is no matter.
  public func remove(_ path: String) throws(DiskFailure) {
    guard unlinkat(descriptor, path, 0) == 0 || Self.isGone else { throw failure(at: path) }
  }

  /// Removes a folder if nothing is left in it.
  public func removeIfEmpty(_ path: String) { _ = unlinkat(descriptor, path, AT_REMOVEDIR) }

  /// Tells whether files go from here into another folder in one step, which they do only within one mount.
  public func canMove(into other: Folder) -> Bool { sitegen_share_mount(descriptor, other.descriptor) == 1 }

  /// Takes over who may read, write and enter another folder.
  public func adoptPermissions(of other: Path) throws(DiskFailure) {
    guard let status = System.status(of: other) else { return }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw failure(at: "") }
  }

  /// Waits until all that was written to the file system is safe from a failure of the machine.
  public func sync() throws(DiskFailure) {
    guard sitegen_flush_file_system(descriptor) == 0 else { throw failure(at: "") }
  }

  /// What was to be removed may be gone already, or be another thing by now.
  private static var isGone: Bool { [ENOENT, ENOTDIR, EISDIR].contains(errno) }

  func create(_ path: String) throws(DiskFailure) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let file = openat(descriptor, path, flags, 0o666)
    guard file >= 0 else { throw failure(at: path) }
    return file
  }

  func stamp(of file: Int32, at path: String) throws(DiskFailure) -> FileStamp {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(at: path) }
    return FileStamp(status)
  }

  func failure(at path: String) -> DiskFailure {
    DiskFailure(
      .system(doing: .write, reason: System.reason),
      at: path.isEmpty ? self.path : self.path.appending(path))
  }
}

extension FileStamp {
  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(size: Int(status.st_size), modified: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }
}
