import Language

/// Why an output has to be rendered again.
enum Reason: Sendable, Hashable {
  /// There was no such output.
  case new
  /// Something that every output depends on is another: the base address, the environment, how texts are read.
  case frame
  /// Something else answers at its address now.
  case showsOther
  /// It told of the present, which has passed.
  case expired(Instant)
  /// Something that it read has changed, appeared or gone.
  case changed(UInt64)
}
