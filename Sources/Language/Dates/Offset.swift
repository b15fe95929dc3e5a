/// How far a clock is ahead of UTC.
public struct Offset: Hashable, Sendable {
  /// Positive east of Greenwich.
  public let seconds: Int

  /// Accepts less than a day in both directions, as `±23:59` is the widest that can be written.
  public init?(seconds: Int) {
    guard abs(seconds) < Instant.secondsPerDay else { return nil }
    self.seconds = seconds
  }

  /// Accepts `±hours:minutes` with hours up to 23 and minutes up to 59.
  public init?(isNegative: Bool = false, hours: Int, minutes: Int = 0) {
    guard (0..<24).contains(hours), (0..<60).contains(minutes) else { return nil }
    self.init(seconds: (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1))
  }

  public static let utc = Offset(valid: 0)

  /// The same without its seconds, which clocks had before standard time and no written form has room for.
  public var inMinutes: Offset { Offset(valid: seconds - seconds % 60) }

  private init(valid seconds: Int) { self.seconds = seconds }
}
