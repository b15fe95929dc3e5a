import Bytes
import Diagnostics
import Disk
import TextRepair

/// A text of the site as it was read: repaired, with what was wrong with its bytes.
public struct TextFile: Sendable {
  /// The repaired text under its path within the site.
  public let source: Source
  public let repaired: Repaired
  /// Of the bytes as they were read.
  let digest: UInt64

  /// Reads a file; what is no text is a mistake.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - name: how messages call it.
  /// - Throws: the mistake that keeps the file from being read.
  public init(reading path: Path, as name: String) throws(Mistake) {
    try self.init(name) { () throws(DiskFailure) in try File.read(path) }
  }

  /// Reads standard input; what is no text is a mistake.
  public init(readingStandardInputAs name: String) throws(Mistake) {
    try self.init(name) { () throws(DiskFailure) in try File.readStandardInput() }
  }

  private init(_ name: String, _ read: () throws(DiskFailure) -> [UInt8]) throws(Mistake) {
    let bytes: [UInt8]
    do throws(DiskFailure) {
      bytes = try read()
    } catch {
      throw Mistake(error.reason, path: name, place: nil)
    }
    digest = Digest(of: bytes.span).value
    repaired = TextRepair.repair(bytes)
    if let mistake = repaired.mistake(at: name) { throw mistake }
    source = Source(path: name, bytes: repaired.bytes)
  }
}
