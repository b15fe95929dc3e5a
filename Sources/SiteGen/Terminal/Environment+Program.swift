import Bytes
import CSystem
import Disk

extension Environment {
  /// Of the program itself: what another program kept from a build is not believed.
  ///
  /// The linker has marked the program with a digest of all of it; only where there is no such mark is the whole file
  /// read, which takes longer than to see that nothing has changed.
  static var program: UInt64 {
    var bytes = Array(Version.current.utf8)
    let mark = mark
    if !mark.isEmpty {
      bytes += mark
      return Digest(of: bytes.span).value
    }
    do throws(DiskFailure) {
      bytes = try File.read(Path("/proc/self/exe"))
    } catch {
      // Where the system does not show the file, the version stands for it.
      return Digest(of: bytes.span).value
    }
    return Digest(of: bytes.span).value
  }

  /// More than any linker writes.
  private static let longestMark = 64

  private static var mark: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: longestMark) { buffer, count in
      count = sitegen_build_mark(buffer.baseAddress, buffer.count)
    }
  }
}
