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
}
