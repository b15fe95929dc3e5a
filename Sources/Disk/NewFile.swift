import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is being written beside the one that it is to replace: whoever reads that sees the old one or the new one.
///
///     let file = try NewFile(replacing: path)
///     try file.append(bytes)
///     try file.publish()              // otherwise the old one stays, and nothing is left of the new one
public final class NewFile: Sendable {
  private let path: Path
  /// What the path leads to when all links are followed.
  private let target: Path
  private let staged: Path
  private let file: Descriptor
  private let isPublished = Atomic(false)

  /// Begins a file.
  ///
  /// It has the old one's permissions, or where there is none those of the file it is `like`. A symbolic link stays one:
  /// what it leads to is replaced. Where `alone`, nobody else writes the same file meanwhile, and what a process that
  /// was killed has left of it is written over.
  public init(replacing path: Path, like model: Path? = nil, alone: Bool = false) throws(DiskFailure) {
    let target = System.realPath(of: path) ?? path
    let status = System.status(of: target) ?? model.flatMap { System.status(of: $0) }
    let writer = alone ? "" : ".\(getpid())"
    let staged = target.parent.appending(".\(Path(bytes: Array(target.name)).text)\(writer).partial")
    guard let file = Descriptor(opening: staged, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW) else {
      throw DiskFailure(.system(doing: .write, reason: System.reason), at: path)
    }
    self.path = path
    self.target = target
    self.staged = staged
    self.file = file
    if let status, fchmod(self.file.number, status.st_mode & 0o7777) != 0 { throw refusal }
  }

  deinit {
    if !isPublished.load(ordering: .relaxed) { _ = System.with(staged) { unlink($0) } }
  }

  /// Writes what comes next.
  public func append(_ bytes: ArraySlice<UInt8>) throws(DiskFailure) {
    guard bytes.withUnsafeBytes({ System.write($0, to: file.number) }) else { throw refusal }
  }

  /// Writes over what stands at a place.
  public func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskFailure) {
    guard lseek(file.number, off_t(offset), SEEK_SET) == off_t(offset) else { throw refusal }
    try append(bytes)
  }

  /// Puts the file where it belongs. Unless `durably`, it may be lost when the machine fails at once.
  public func publish(durably: Bool = true) throws(DiskFailure) {
    guard !durably || fsync(file.number) == 0 else { throw refusal }
    let renamed = System.with(staged) { from in System.with(target) { to in rename(from, to) } ?? -1 } ?? -1
    guard renamed == 0 else { throw refusal }
    isPublished.store(true, ordering: .relaxed)
  }

  /// Why the system refused the last call.
  private var refusal: DiskFailure { DiskFailure(.system(doing: .write, reason: System.reason), at: path) }
}
