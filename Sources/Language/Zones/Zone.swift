/// A place's clock through history and into the future: which offset is in force at each instant.
public struct Zone: Sendable, Hashable {
  /// Such as `Europe/Madrid`.
  public let name: String
  /// The instants at which the clock changed, in seconds since the epoch, ascending.
  let transitions: [Int]
  /// For each transition, which of the periods begins.
  let begun: [Int]
  /// Never empty; the first one holds before all transitions.
  let periods: [Period]
  /// What holds after the last transition; nil when its period simply goes on.
  let rule: ZoneRule?

  /// What a clock does between two changes.
  public struct Period: Sendable, Hashable {
    public let offset: Offset
    /// Whether it is summer time.
    public let isDaylight: Bool
    /// Such as `CET` or `CEST`.
    public let abbreviation: String

    public init(offset: Offset, isDaylight: Bool, abbreviation: String) {
      self.offset = offset
      self.isDaylight = isDaylight
      self.abbreviation = abbreviation
    }
  }

  /// A clock that never changes.
  public init(name: String, fixed offset: Offset, abbreviation: String) {
    let period = Period(offset: offset, isDaylight: false, abbreviation: abbreviation)
    self.init(name: name, transitions: [], begun: [], periods: [period], rule: nil)
  }

  public static let utc = Zone(name: "UTC", fixed: .utc, abbreviation: "UTC")

  /// What holds at an instant.
  public func period(at instant: Instant) -> Period {
    period(atSecond: instant.seconds)
  }

  /// The instant as this zone's clock tells it.
  public func moment(at instant: Instant) -> ZonedMoment {
    ZonedMoment(instant, offset: period(at: instant).offset)
  }

  /// The calendar day on which an instant falls here.
  public func day(at instant: Instant) -> CivilDay { moment(at: instant).civil.day }
}

extension Zone {
  init(name: String, transitions: [Int], begun: [Int], periods: [Period], rule: ZoneRule?) {
    precondition(!periods.isEmpty, "a zone has a period before its first transition")
    self.name = name
    self.transitions = transitions
    self.begun = begun
    self.periods = periods
    self.rule = rule
  }

  func period(atSecond second: Int) -> Period {
    if let rule, transitions.last.map({ second >= $0 }) ?? true { return rule.period(atSecond: second) }
    // Finds how many transitions are not after the second.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? periods[0] : periods[begun[low - 1]]
  }
}
