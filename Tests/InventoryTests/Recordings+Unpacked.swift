import Diagnostics
import Foundation
import Nodes
import TestSupport

// The recordings as files, unpacked for the time of a run.

extension Recordings {
  /// The folder that holds them.
  static let folder = RecordedAnswers.folder

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
