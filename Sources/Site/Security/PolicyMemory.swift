/// What a worker knows of the markup that it has read for the policy.
struct PolicyMemory: Sendable {
  var hashes = InlineHashes()
  var lines = KnownLines()
}
