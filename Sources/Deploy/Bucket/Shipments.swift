import Bytes
import Disk
import Workers

/// What of a plan is sent to a store, each file in the form in which it will lie there.
struct Shipments {
  /// One file as it is sent.
  struct Shipment {
    let key: String
    let headers: SiteFile.Headers
    let bytes: [UInt8]
    let isCompressed: Bool
  }

  private let site: BuiltSite
  private let compressor: Compressor?
  private var stored: [String: Manifest.Stored] = [:]

  /// Compresses what is to be compressed.
  init(of plan: Plan, from site: BuiltSite, compressing compressor: Compressor?) throws(DeployFailure) {
    self.site = site
    self.compressor = compressor
    guard let compressor else { return }
    let files = plan.uploads.map(\.file).filter(\.headers.compresses)
    try compressor.prepare(files, as: [.gzip], from: site, workers: Workers(count: Workers.processors))
    for file in files {
      guard let bytes = try compressor.bytes(of: file, as: .gzip) else { continue }
      stored[file.key] = Manifest.Stored(size: bytes.count, md5: SecureDigest.md5(of: bytes).hexadecimal)
    }
  }

  /// A file as it is sent.
  subscript(file: SiteFile) -> Shipment {
    get throws(DeployFailure) {
      if stored[file.key] != nil, let bytes = try compressor?.bytes(of: file, as: .gzip) {
        return Shipment(key: file.key, headers: file.headers, bytes: bytes, isCompressed: true)
      }
      return Shipment(
        key: file.key, headers: file.headers, bytes: try site.bytes(of: file), isCompressed: false)
    }
  }

  /// A record with what is stored where that is not the file itself.
  func completing(_ manifest: Manifest) -> Manifest {
    var manifest = manifest
    for (key, stored) in stored { manifest.files[key]?.stored = stored }
    return manifest
  }
}
