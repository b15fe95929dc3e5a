import Bytes
import Disk

extension Environment {
  /// Of the program's own file: what another program kept from a build is not believed.
  static var program: UInt64 {
    var bytes = Array(Version.current.utf8)
    do throws(DiskFailure) {
      bytes = try File.read(Path("/proc/self/exe"))
    } catch {
      // Where the system does not show the file, the version stands for it.
      return Digest(of: bytes.span).value
    }
    return Digest(of: bytes.span).value
  }
}
