import Disk
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is being sent; closed by whoever takes it, else when it is forgotten.
final class OpenFile: Sendable {
  let size: Int
  /// Changes whenever the file does.
  let tag: String
  private let descriptor: Int32
  private let isTaken = Atomic<Bool>(false)

  /// Opens a file that lies below a folder, wherever links lead; nil for all else.
  init?(_ path: Path, below folder: Path) {
    guard path.lies(in: folder), !path.bytes.contains(0) else { return nil }
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let opened = open(path.text, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      return nil
    }
    descriptor = opened
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    tag =
      [Int(status.st_ino), size, time.tv_sec, time.tv_nsec].map { String($0, radix: 36) }.joined(
        separator: "-")
  }

  /// Reads all of it; nil when the disk refuses.
  func bytes() -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          isWhole = got == 0
          break
        }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }

  /// Gives the descriptor away to who will close it.
  func takeDescriptor() -> Int32 {
    isTaken.store(true, ordering: .relaxed)
    return descriptor
  }

  deinit { if !isTaken.load(ordering: .relaxed) { close(descriptor) } }
}
