import Bytes
import CPreview

/// What the preview serves for itself, under a name that no file of a site can have.
enum Internal {
  static let folder = "/.sitegen/"
  static let script = "/.sitegen/preview.js"
  /// The stream of what changes; its parameter `page` is the path that the browser shows.
  static let events = "/.sitegen/events"

  static let scriptBytes: [UInt8] = {
    var count = 0
    guard let bytes = sitegen_preview_script(&count) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }()

  /// As policies and `integrity` name it.
  static let scriptHash = "sha256-\(SecureDigest.sha256(of: scriptBytes).base64)"
}
