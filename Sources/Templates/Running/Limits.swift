/// What a template may use up before it is stopped with a message.
public struct Limits: Sendable, Hashable {
  /// Macros, blocks, includes and recursive loops inside one another.
  public var depth = 120
  /// Rounds of all loops together.
  public var rounds = 5_000_000
  /// Bytes of output; also the longest string and list a template may build.
  public var output = 64 << 20

  public init() {}
}
