import Bytes
import Disk

extension Digest {
  /// The digest of a file's bytes; nil for one that cannot be read.
  static func file(_ path: Path) -> UInt64? {
    let bytes: [UInt8]
    do throws(DiskFailure) { bytes = try File.read(path) } catch { return nil }
    return Digest(of: bytes.span).value
  }
}
