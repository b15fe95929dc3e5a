import Language

/// What an output was when it was rendered: what it showed, what it read, and until when its bytes are true.
struct OutputTrace: Sendable, Equatable {
  /// The digest of what it shows; see `SubjectKeys.digest(of:)`.
  let shows: UInt64
  /// Each key once.
  let keys: [UInt64]
  let expiry: Instant?
}
