/// A text that mistakes can point into; lines and columns are computed only when one is built.
public struct Source: Sendable {
  /// The name shown to the author, relative to the site.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Builds the mistake that points at a range of bytes.
  public func mistake(_ finding: some Finding, at range: Range<Int>) -> Mistake {
    Mistake(finding, path: path, place: Place(of: range, in: bytes.span))
  }

  /// Builds the mistake that concerns the file as a whole.
  public func mistake(_ finding: some Finding) -> Mistake {
    Mistake(finding, path: path, place: nil)
  }
}
