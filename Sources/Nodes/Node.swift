/// One value of a YAML or JSON document, with the place it was written at.
///
/// A scalar keeps the author's own characters; what they mean (a number, a truth value, nothing) is decided when
/// somebody asks, so that `version: 1.10` can still be the text `1.10`.
public struct Node: Sendable, Equatable {
  /// What a node holds.
  public enum Content: Sendable, Equatable {
    /// A scalar; `isPlain` tells that it was written without quotes, so that the core schema applies to it.
    case scalar(String, isPlain: Bool)
    case list([Node])
    case map([Entry])
  }

  /// One `key: value` of a map, in the author's order.
  public struct Entry: Sendable, Equatable {
    public var key: String
    /// Where the key is written, as byte offsets in the source.
    public var keyRange: Range<Int>
    public var value: Node

    public init(key: String, keyRange: Range<Int> = 0..<0, value: Node) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public var content: Content
  /// Where the value is written, as byte offsets in the source.
  public var range: Range<Int>

  public init(_ content: Content, range: Range<Int> = 0..<0) {
    self.content = content
    self.range = range
  }
}
