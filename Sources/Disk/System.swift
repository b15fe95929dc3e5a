import Workers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The calls to the system that the files of this module share.
enum System {
  /// What the last call gave as its reason.
  static var reason: String { String(cString: strerror(errno)) }

  /// Calls with the path as the system wants it; a path that holds a NUL names nothing.
  static func with<Result>(_ path: Path, _ body: (UnsafePointer<CChar>) -> Result) -> Result? {
    guard !path.bytes.contains(0) else { return nil }
    return (path.bytes + [0]).withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map(body)
    }
  }

  /// Asks about a path; links are followed unless told otherwise.
  static func status(of path: Path, followingLinks: Bool = true) -> stat? {
    var status = stat()
    let result = with(path) { name in
      followingLinks ? stat(name, &status) : lstat(name, &status)
    }
    return result == 0 ? status : nil
  }

  /// What a path leads to when all links are followed.
  static func realPath(of path: Path) -> Path? {
    let real = with(path) { name -> Path? in
      guard let found = realpath(name, nil) else { return nil }
      defer { free(found) }
      return Path(bytes: UnsafeBufferPointer(start: found, count: strlen(found)).map(UInt8.init(bitPattern:)))
    }
    return real ?? nil
  }

  static func isKind(_ kind: mode_t, _ status: stat) -> Bool { status.st_mode & S_IFMT == kind }
}

extension System {
  /// Writes all bytes to an open file; false when the system refuses, with its reason in `reason`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  /// Writes all bytes to an open file; false when the system refuses, with its reason in `reason`.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Reads until the buffer is full or the file ends; how much that was, or -1.
  static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return -1 }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// Tells whether what is left of an open file is just these bytes.
  static func holds(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
    let room = 1 << 16
    return withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
      var rest = bytes[...]
      while true {
        let got = fill(buffer, from: descriptor)
        guard got >= 0, got <= rest.count else { return false }
        guard got > 0 else { return rest.isEmpty }
        guard let expected = rest.base.baseAddress, let found = buffer.baseAddress,
          memcmp(expected + rest.startIndex, found, got) == 0
        else { return false }
        rest = rest.dropFirst(got)
      }
    }
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension System {
  /// To begin a thread takes as long as to look at a hundred files.
  private static let fewNames = 1000

  /// The names in a folder but `.` and `..`, each with what it names itself: links are not followed.
  static func entries(in folder: Path, workers: Workers) -> [(name: [UInt8], status: stat?)]? {
    guard let handle = System.with(folder, { opendir($0) }) ?? nil else { return nil }
    defer { closedir(handle) }
    let descriptor = dirfd(handle)
    let names = names(from: handle)
    let status = { @Sendable (name: [UInt8]) -> stat? in
      var status = stat()
      let answer = System.with(Path(bytes: name)) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
      return answer == 0 ? status : nil
    }
    let workers = names.count < fewNames ? Workers(count: 1) : workers
    return zip(names, workers.each(names, status)).map { (name: $0, status: $1) }
  }

  /// The names in a folder but `.` and `..`.
  static func names(in folder: Path) -> [[UInt8]]? {
    guard let handle = System.with(folder, { opendir($0) }) ?? nil else { return nil }
    defer { closedir(handle) }
    return names(from: handle)
  }

  private static func names(from handle: OpaquePointer) -> [[UInt8]] {
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      // The name is a C array inside the entry; the type says 256 bytes, the NUL says how many count.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          Array(
            UnsafeBufferPointer(
              start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
      }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
    }
    return names
  }
}

/// An open file; closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Opens a file; nil when the system refuses.
  init?(opening path: Path, flags: Int32, mode: mode_t = 0o666) {
    var number: Int32
    repeat {
      number = System.with(path) { open($0, flags | O_CLOEXEC, mode) } ?? -1
    } while number < 0 && errno == EINTR
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }
}
