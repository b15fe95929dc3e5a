import Language

/// A date as its author wrote it: nothing is shifted, and what was not said stays unsaid.
public enum PageDate: Sendable, Hashable {
  /// A calendar day, the same everywhere; also a midnight without an offset, which is how programs write one.
  case day(CivilDay)
  /// A day and a time of day in the zone of the site.
  case local(CivilMoment)
  /// An instant, with the offset that it was written with.
  case instant(ZonedMoment)
  /// What the history of the file says.
  case history(Event)

  /// An event in the history of a file.
  public enum Event: String, Sendable, Hashable {
    case created, modified
  }
}

extension PageDate: CustomStringConvertible {
  /// The date in ISO 8601 as short as it may be, such as `2025-08-12T08:45+01:00`; `git:created` for history.
  public var description: String {
    switch self {
    case .day(let day): day.written
    case .local(let moment): moment.written
    case .instant(let moment): moment.civil.written + moment.offset.written
    case .history(let event): "git:\(event.rawValue)"
    }
  }

  /// The date as all programs can read it: with its seconds.
  var full: String {
    var out: [UInt8] = []
    switch self {
    case .day, .history: return description
    case .local(let moment):
      out.append(rfc3339: moment.day)
      out.append(UInt8(ascii: "T"))
      out.append(rfc3339: moment.time)
    case .instant(let moment): out.append(rfc3339: moment)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension CivilDay {
  var written: String {
    var out: [UInt8] = []
    out.append(rfc3339: self)
    return String(decoding: out, as: UTF8.self)
  }
}

extension CivilMoment {
  /// The day and the time, with seconds only when there are any.
  var written: String {
    var out: [UInt8] = []
    out.append(rfc3339: time)
    if time.second == 0, time.nanosecond == 0 { out.removeLast(":00".utf8.count) }
    return "\(day.written)T\(String(decoding: out, as: UTF8.self))"
  }
}

extension Offset {
  /// The offset as `+01:00`, and none as `Z`.
  var written: String {
    guard seconds != 0 else { return "Z" }
    let minutes = abs(seconds) / 60
    return "\(seconds < 0 ? "-" : "+")\(Self.twoDigits(minutes / 60)):\(Self.twoDigits(minutes % 60))"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
