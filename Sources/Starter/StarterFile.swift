import CStarter

/// A file that a new site or a new page begins with, as it is compiled in.
struct StarterFile: Sendable {
  /// The path under `Files`: `site/site.yaml`.
  let name: String
  let bytes: [UInt8]

  /// All files, by name.
  static let all: [StarterFile] = (0..<sitegen_starter_count()).map {
    let file = sitegen_starter_at($0)
    return StarterFile(
      name: String(cString: file.name),
      bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }

  /// The bytes of the file of that name; every name asked for is compiled in, as a test makes sure.
  static func bytes(of name: String) -> [UInt8] { all.first { $0.name == name }?.bytes ?? [] }
}
