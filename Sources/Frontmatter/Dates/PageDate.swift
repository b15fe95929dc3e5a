/// A date as its author wrote it: nothing is shifted, and what was not said stays unsaid.
public enum PageDate: Sendable, Equatable {
  /// A calendar day, the same everywhere; also a midnight without an offset, which is how programs write one.
  case day(CivilDay)
  /// A day and a time of day in the zone of the site.
  case local(CivilTime)
  /// A day and a time of day with the offset from UTC, in seconds, that it was written with.
  case instant(CivilTime, offset: Int)
  /// What the history of the file says.
  case history(Moment)

  /// A moment in the history of a file.
  public enum Moment: String, Sendable, Equatable {
    case created, modified
  }
}

extension PageDate: CustomStringConvertible {
  /// The date in ISO 8601, with its offset if it has one; `git:created` and `git:modified` for history.
  public var description: String {
    switch self {
    case .day(let day): "\(day)"
    case .local(let time): "\(time)"
    case .instant(let time, let offset): "\(time)\(Self.offset(offset))"
    case .history(let moment): "git:\(moment.rawValue)"
    }
  }

  /// Writes an offset as `+01:00`, and none as `Z`.
  static func offset(_ seconds: Int) -> String {
    guard seconds != 0 else { return "Z" }
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\((minutes / 60).twoDigits):\((minutes % 60).twoDigits)"
  }

  /// The date as all programs can read it: with its seconds.
  var full: String {
    switch self {
    case .local(let time): time.full
    case .instant(let time, let offset): time.full + Self.offset(offset)
    case .day, .history: description
    }
  }
}
