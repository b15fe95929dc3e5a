/// An instant together with the offset at which it is told: what a feed or a page prints.
public struct ZonedMoment: Hashable, Sendable {
  public let instant: Instant
  public let offset: Offset

  public init(_ instant: Instant, offset: Offset) {
    self.instant = instant
    self.offset = offset
  }

  /// What the clock there shows.
  public var civil: CivilMoment { instant.civil(at: offset) }
}
