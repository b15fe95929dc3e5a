import Foundation
import Language
import TestSupport

/// The recorded answers of three real clusters, packed because the secrets planted in them look real.
struct Recordings {
  /// The instant at which they were recorded.
  static let now = Instant(seconds: 1_795_176_720)

  /// The path that fixtures of this target are found by.
  static let besides = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

  /// Unpacked for this run of the tests.
  static let unpacked = Result { try Recordings() }

  let folder: URL

  private init() throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "sitegen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let archive = URL(filePath: Self.besides).deletingLastPathComponent()
      .appending(path: "Fixtures/recordings.tar.xz")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-xJf", archive.path, "-C", parent.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Unpackable() }
    folder = parent.appending(path: "recordings")
  }

  /// A JSON file as Foundation reads it.
  func json(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  struct Unpackable: Error {}
}

/// The three clusters as servers on loopback; they remove what was unpacked when the tests end.
struct RecordedClusters {
  static let started = Result { try RecordedClusters() }

  let server: LocalServer
  let needles: [String]

  private init() throws {
    let recordings = try Recordings.unpacked.get()
    let planted = try recordings.json("planted.json")["planted"] as? [[String: Any]] ?? []
    needles = planted.compactMap { $0["needle"] as? String }
    server = try LocalServer(
      script: "Fixtures/apiserver.py", arguments: [recordings.folder.path], besides: Recordings.besides)
  }

  /// What holds any of the planted values, as it is or in base 64 or percent-encoded.
  func planted(in text: String) -> [String] {
    needles.filter { needle in
      let spellings = [
        needle, Data(needle.utf8).base64EncodedString(),
        needle.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? needle,
      ]
      return spellings.contains { text.contains($0) }
    }
  }
}
