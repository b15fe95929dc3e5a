import Diagnostics

/// Where a source is declared, so that what goes wrong with it is told at its line of `site.yaml`.
public struct SourcePlace: Sendable {
  private let path: String
  private let place: Place?

  public init(_ range: Range<Int>, in source: Source) {
    path = source.path
    place = Place(of: range, in: source.bytes.span)
  }

  /// No line, for sources that no file declares.
  public init(path: String) {
    self.path = path
    place = nil
  }

  public func mistake(_ finding: some Finding) -> Mistake { Mistake(finding, path: path, place: place) }
}
