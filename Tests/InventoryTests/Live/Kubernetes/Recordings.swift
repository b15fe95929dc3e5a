import Foundation
import Language

/// The recorded answers of three real clusters, packed because the secrets planted in them look real.
enum Recordings {
  /// The instant at which they were recorded.
  static let now = Instant(seconds: 1_795_176_720)

  /// The path that fixtures of this target are found by.
  static let besides = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
}
