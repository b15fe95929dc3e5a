import Diagnostics
import Foundation
import Nodes

// The recordings as files, unpacked for the time of a run.

extension Recordings {
  /// The folder that holds them.
  static let folder: URL = {
    let place = FileManager.default.temporaryDirectory.appending(path: "sitegen-recordings-\(getpid())")
    let archive = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/recordings.tar.xz")
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let tar = Process()
      tar.executableURL = URL(filePath: "/usr/bin/env")
      tar.arguments = ["tar", "-xJf", archive.path, "-C", place.path, "--strip-components=1"]
      try tar.run()
      tar.waitUntilExit()
    } catch {
      preconditionFailure("the recordings cannot be unpacked: \(error)")
    }
    atexit { try? FileManager.default.removeItem(at: Recordings.folder) }
    return place
  }()

  /// One JSON file of them.
  static func read(_ path: String) throws -> Node {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    return try JSON.read(Source(path: path, bytes: bytes))
  }

  /// One value that was planted because it must never come out.
  struct Planted: Sendable {
    let kind: String
    let needle: String
    let value: String
    let place: String
  }

  static func planted() throws -> [Planted] {
    try read("planted.json")["planted"]?.list?.map { node in
      Planted(
        kind: node["kind"]?.text ?? "", needle: node["needle"]?.text ?? "", value: node["value"]?.text ?? "",
        place: node["place"]?.text ?? "")
    } ?? []
  }
}
