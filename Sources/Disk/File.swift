#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading files whole, and writing them so that nobody ever sees half of one.
public enum File {
  /// More than any text that a person writes; a larger one is a mistake.
  public static let textLimit = 256 << 20

  /// Reads a whole file.
  public static func read(_ path: Path, limit: Int = textLimit) throws(DiskFailure) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    guard let file = Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
      throw DiskFailure(openingReason(), at: path)
    }
    var status = stat()
    guard fstat(file.number, &status) == 0 else {
      throw DiskFailure(.system(doing: .read, reason: System.reason), at: path)
    }
    if System.isKind(S_IFDIR, status) { throw DiskFailure(.isFolder, at: path) }
    guard System.isKind(S_IFREG, status) else { throw DiskFailure(.isNoFile, at: path) }
    return try read(file.number, expecting: Int(status.st_size), limit: limit, path: path)
  }

  /// Reads a file up to so many bytes; a shorter one whole.
  public static func readStart(of path: Path, limit: Int) throws(DiskFailure) -> [UInt8] {
    guard let file = Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
      throw DiskFailure(openingReason(), at: path)
    }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      var got = 0
      bytes.append(addingCapacity: limit - bytes.count) { buffer in
        repeat { got = System.read(file.number, into: buffer) } while got < 0 && errno == EINTR
        return max(got, 0)
      }
      guard got >= 0 else { throw DiskFailure(.system(doing: .read, reason: System.reason), at: path) }
      if got == 0 { break }
    }
    return bytes
  }

  /// Reads some bytes from the midst of a file; fewer where it ends before.
  public static func read(_ path: Path, from offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
    guard let file = Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
      throw DiskFailure(openingReason(), at: path)
    }
    var got = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      if lseek(file.number, off_t(offset), SEEK_SET) == off_t(offset) {
        got = System.fill(UnsafeMutableRawBufferPointer(buffer), from: file.number)
      }
      filled = max(got, 0)
    }
    guard got >= 0 else { throw DiskFailure(.system(doing: .read, reason: System.reason), at: path) }
    return bytes
  }

  /// Tells whether anything is there.
  public static func exists(_ path: Path) -> Bool { System.status(of: path) != nil }

  /// Whether there is something at a path that can be read as a file.
  public static func isFile(_ path: Path) -> Bool {
    System.status(of: path).map { System.isKind(S_IFREG, $0) } ?? false
  }

  /// Reads standard input to its end.
  public static func readStandardInput(limit: Int = textLimit) throws(DiskFailure) -> [UInt8] {
    try read(STDIN_FILENO, expecting: chunk, limit: limit, path: Path("-"))
  }

  /// Replaces a file by new bytes in one step; the old one stays until the new one is whole. See `NewFile`.
  public static func write(
    _ bytes: [UInt8], to path: Path, like model: Path? = nil, durably: Bool = true
  ) throws(DiskFailure) {
    let file = try NewFile(replacing: path, like: model)
    try file.append(bytes[...])
    try file.publish(durably: durably)
  }

  /// Makes a folder and those above it.
  public static func makeFolders(_ path: Path) throws(DiskFailure) {
    if System.with(path, { mkdir($0, 0o777) }) == 0 { return }
    if errno == ENOENT, path.parent != path {
      try makeFolders(path.parent)
      if System.with(path, { mkdir($0, 0o777) }) == 0 { return }
    }
    let reason = System.reason
    guard let status = System.status(of: path), System.isKind(S_IFDIR, status) else {
      throw DiskFailure(.system(doing: .write, reason: reason), at: path)
    }
  }
}

extension File {
  /// How much is asked for at a time where the size is not known.
  private static let chunk = 1 << 16

  private static func openingReason() -> DiskFailure.Reason {
    switch errno {
    case ENOENT, ENOTDIR: .absent
    case ELOOP: .linkLoop
    case ENXIO: .isNoFile
    default: .system(doing: .read, reason: System.reason)
    }
  }

  private static func read(
    _ descriptor: Int32,
    expecting size: Int,
    limit: Int,
    path: Path
  ) throws(DiskFailure) -> [UInt8] {
    guard size <= limit else { throw DiskFailure(.tooLarge(size: size, limit: limit), at: path) }
    var bytes: [UInt8] = []
    // One more than expected: the read that finds the end needs no second turn.
    var room = size + 1
    while true {
      var got = 0
      bytes.append(addingCapacity: room) { buffer in
        repeat { got = System.read(descriptor, into: buffer) } while got < 0 && errno == EINTR
        return max(got, 0)
      }
      guard got >= 0 else { throw DiskFailure(.system(doing: .read, reason: System.reason), at: path) }
      if got == 0 { return bytes }
      guard bytes.count <= limit else {
        throw DiskFailure(.tooLarge(size: bytes.count, limit: limit), at: path)
      }
      room = max(room - got, chunk)
      if bytes.count == size { room = 1 }
    }
  }
}

extension [UInt8] {
  /// Appends what a reader puts into fresh room; the reader tells how much that was.
  fileprivate mutating func append(addingCapacity room: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    let fresh = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = fill(UnsafeMutableRawBufferPointer(buffer))
    }
    if isEmpty { self = fresh } else { append(contentsOf: fresh) }
  }
}
