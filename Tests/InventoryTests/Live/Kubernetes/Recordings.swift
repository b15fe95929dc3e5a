import Foundation
import Language
import TestSupport

/// The recorded answers of three real clusters, packed because the secrets planted in them look real.
enum Recordings {
  /// The instant at which they were recorded.
  static let now = Instant(seconds: 1_795_176_720)

  /// The path that fixtures of this target are found by.
  static let besides = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

  /// A JSON file as Foundation reads it.
  static func json(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}

/// The three clusters as servers on loopback.
struct RecordedClusters {
  static let started = Result { try RecordedClusters() }

  let server: LocalServer

  private init() throws { server = try RecordedAnswers.clusters() }

  /// What holds any of the planted values.
  func planted(in text: String) -> [String] { RecordedAnswers.planted(in: text) }
}
