// From what a clock on the wall shows to the instant, where the clock is put forward or back.

extension Zone {
  /// The instants at which a zone's clock shows a moment.
  public enum Reading: Sendable, Hashable {
    case once(Instant)
    /// The clock was put back and shows it twice; `earlier` is still told by the old offset (in autumn, summer time).
    case twice(earlier: Instant, later: Instant)
    /// The clock was put forward and never shows it. The instant is the one that the old offset gives: in spring, 02:30
    /// means half an hour after the change, when clocks show 03:30.
    case never(Instant)
  }

  /// Finds when the clock shows a moment.
  public func reading(of moment: CivilMoment) -> Reading {
    let local = moment.secondsSinceEpoch
    let nanosecond = moment.time.nanosecond
    // No offset is a day wide, so a day to each side lie the offsets before and after any change that matters.
    let before = period(atSecond: local - Instant.secondsPerDay).offset
    let after = period(atSecond: local + Instant.secondsPerDay).offset
    let early = local - before.seconds
    let late = local - after.seconds
    let isEarly = period(atSecond: early).offset == before
    let isLate = period(atSecond: late).offset == after
    switch (isEarly, isLate) {
    case (true, true) where before != after:
      return .twice(
        earlier: Instant(seconds: early, nanosecond: nanosecond),
        later: Instant(seconds: late, nanosecond: nanosecond)
      )
    case (true, _): return .once(Instant(seconds: early, nanosecond: nanosecond))
    case (_, true): return .once(Instant(seconds: late, nanosecond: nanosecond))
    case (false, false): return .never(Instant(seconds: early, nanosecond: nanosecond))
    }
  }

  /// The instant that an author means: the earlier of two, and after a skipped hour the same stretch later.
  public func instant(of moment: CivilMoment) -> Instant {
    switch reading(of: moment) {
    case .once(let instant), .never(let instant): instant
    case .twice(let earlier, _): earlier
    }
  }

  /// The first instant of a calendar day here.
  public func start(of day: CivilDay) -> Instant { instant(of: CivilMoment(day)) }
}
