/// A run of code of one style; it begins where the token before it ends, so that a list of them covers the code.
public struct Token: Sendable, Hashable {
  /// The offset after the last byte.
  public let end: Int
  public let style: Style

  @inlinable
  public init(end: Int, style: Style) {
    self.end = end
    self.style = style
  }
}
