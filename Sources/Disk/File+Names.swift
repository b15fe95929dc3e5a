import CSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// What changes the names of files rather than what is in them.

extension File {
  /// Gives a file a new name in one step; what had that name before is gone.
  public static func move(_ path: Path, to other: Path) throws(DiskFailure) {
    let result = System.with(path) { from in System.with(other) { to in rename(from, to) } ?? -1 } ?? -1
    guard result == 0 else { throw DiskFailure(.system(doing: .write, reason: System.reason), at: other) }
  }

  /// Removes a file or a link; one that is not there is no failure.
  public static func remove(_ path: Path) throws(DiskFailure) {
    guard (System.with(path) { unlink($0) } ?? -1) == 0 || errno == ENOENT else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
    }
  }

  /// Removes a folder with all that lies in it; links in it are removed, what they lead to stays.
  public static func removeTree(_ path: Path) throws(DiskFailure) {
    guard let status = System.status(of: path, followingLinks: false) else { return }
    guard System.isKind(S_IFDIR, status) else { return try remove(path) }
    for name in try names(in: path) { try removeTree(path.appending(name)) }
    guard (System.with(path) { rmdir($0) } ?? -1) == 0 || errno == ENOENT else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
    }
  }

  /// The names in a folder, in the order of their bytes.
  public static func names(in folder: Path) throws(DiskFailure) -> [[UInt8]] {
    guard let names = System.names(in: folder) else {
      throw DiskFailure(errno == ENOENT ? .absent : .system(doing: .read, reason: System.reason), at: folder)
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Gives a file a second name on the same file system; false where that cannot be done there.
  public static func link(_ path: Path, to other: Path) -> Bool {
    (System.with(path) { from in System.with(other) { to in systemLink(from, to) } ?? -1 } ?? -1) == 0
  }

  /// Makes a symbolic link.
  public static func makeLink(to target: String, at path: Path) throws(DiskFailure) {
    guard (System.with(path) { symlink(target, $0) } ?? -1) == 0 else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
    }
  }

  /// What a symbolic link says; nil when there is none.
  public static func linkTarget(of path: Path) -> String? {
    let target = System.with(path) { name -> String? in
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(name, &target, target.count)
      return count < 0
        ? nil : String(decoding: target[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return target ?? nil
  }

  /// Makes sure that all that was written to the file system of a folder survives a failure of the machine.
  public static func flush(fileSystemOf folder: Path) throws(DiskFailure) {
    guard let open = Descriptor(opening: folder, flags: O_RDONLY), sitegen_flush_file_system(open.number) == 0
    else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: folder)
    }
  }
}

private func systemLink(_ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>) -> Int32 { link(from, to) }
