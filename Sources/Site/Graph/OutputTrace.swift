import Language

/// What an output was when it was rendered: what it showed, what it read, and until when its bytes are true.
struct OutputTrace: Sendable, Equatable {
  /// The digest of what it shows; see `SubjectKeys.digest(of:)`.
  let shows: UInt64
  /// The lower halves of the keys, each once: two keys that share them render a page too often, never too seldom.
  let keys: [UInt32]
  let expiry: Instant?
}
