import Deploy
import Diagnostics
import Disk
import Foundation
import Language
import Testing
import Workers

/// A folder that goes away with the test.
final class Scratch {
  let url: URL
  var path: Path { Path(url.path) }

  init() throws {
    // Releases flush their file system, which on a busy disk waits for everybody else.
    let memory = URL(filePath: "/dev/shm")
    let home =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    url = home.appending(path: "sitegen-deploy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes files and makes the folders that they need.
  func write(_ files: [String: String], in folder: String) throws {
    for (name, text) in files {
      let file = url.appending(path: folder).appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The files below a folder by their paths, hidden ones too.
  func files(in folder: String) -> [String: String] {
    let root = url.appending(path: folder).resolvingSymlinksInPath()
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [:] }
    var files: [String: String] = [:]
    for case let file as URL in walk
    where (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
      let name = String(file.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1))
      files[name] = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    }
    return files
  }
}

enum Sample {
  /// A small site whose pages lead to assets by their fingerprints.
  static let site = [
    "index.html": "<link href=/assets/site.11111111.css>inicio",
    "404.html": "no está",
    "blog/talos/index.html": "<link href=/assets/site.11111111.css>Talos",
    "blog/clúster/index.html": "<link href=/assets/site.11111111.css>clúster",
    "assets/site.11111111.css": "body{}",
    "img/armario.svg": "<svg/>",
    "feed.xml": "<feed/>",
    ".well-known/security.txt": "Contact: mailto:yo@example.org",
  ]

  static let now = Instant(seconds: 1_795_248_000)

  static func built(_ scratch: Scratch, _ folder: String = "public") throws -> BuiltSite {
    try BuiltSite(at: Path(scratch.url.appending(path: folder).path), workers: Workers(count: 2))
  }

  /// Plans and publishes; returns the plan.
  @discardableResult
  static func deploy(
    _ scratch: Scratch, to destination: Destination, as release: String = "r1", keepAssets: Int = 3
  ) throws -> Plan {
    let deployment = try Deployment(of: built(scratch), to: destination, keepAssets: keepAssets)
    try deployment.publish(as: release, at: now)
    return deployment.plan
  }
}
