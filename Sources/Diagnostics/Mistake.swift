import Language

/// Something wrong, with the file and, where there is one, the place in it.
public struct Mistake: Error, Sendable {
  public let finding: any Finding
  public let path: String
  public let place: Place?

  public init(_ finding: some Finding, path: String, place: Place?) {
    self.finding = finding
    self.path = path
    self.place = place
  }

  private init(moving mistake: Mistake, toLine line: Int) {
    finding = mistake.finding
    path = mistake.path
    place = mistake.place?.moved(toLine: line)
  }

  /// The same mistake in a text where its line stands elsewhere.
  public func moved(toLine line: Int) -> Mistake { Mistake(moving: self, toLine: line) }
}
