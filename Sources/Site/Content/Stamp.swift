import Frontmatter
import Language

/// A date as pages show it and lists order it: an instant, told at an offset, with or without a time of day.
public struct Stamp: Sendable, Hashable {
  public let moment: ZonedMoment
  /// False for a calendar day, whose instant is the day's first.
  public let hasTime: Bool
  /// The calendar day that it falls on.
  public let day: CivilDay

  public init(_ moment: ZonedMoment, hasTime: Bool) {
    self.moment = moment
    self.hasTime = hasTime
    day = moment.civil.day
  }

  /// Places a date of a front matter; nil when it is left to a history that nobody knows.
  public init?(_ date: PageDate, in zone: Zone, history: FileHistory?) {
    switch date {
    case .day(let day): self.init(zone.moment(at: zone.start(of: day)), hasTime: false)
    case .local(let moment): self.init(zone.moment(at: zone.instant(of: moment)), hasTime: true)
    case .instant(let moment): self.init(moment, hasTime: true)
    case .history(.created):
      guard let history else { return nil }
      self.init(zone.moment(at: history.created), hasTime: true)
    case .history(.modified):
      guard let history else { return nil }
      self.init(zone.moment(at: history.modified), hasTime: true)
    }
  }

  public var instant: Instant { moment.instant }
}

/// When a page was written, appears, changed and expires.
public struct Dates: Sendable, Hashable {
  /// The key, else the file's name, else the history; nil for an undated page.
  public let date: Stamp?
  /// From when on it appears; nil for at once.
  public let published: Stamp?
  /// The key, else the history, else the date.
  public let modified: Stamp?
  public let expires: Stamp?

  /// Settles what a front matter says, in the zone of the site.
  public init(of metadata: Metadata, in zone: Zone, history: FileHistory?) {
    func place(_ date: PageDate?) -> Stamp? { date.flatMap { Stamp($0, in: zone, history: history) } }
    let created = history.map { Stamp(zone.moment(at: $0.created), hasTime: true) }
    let changed = history.map { Stamp(zone.moment(at: $0.modified), hasTime: true) }
    date = place(metadata.date) ?? created
    published = place(metadata.publishDate) ?? date
    modified = place(metadata.lastmod) ?? changed ?? date
    expires = place(metadata.expiryDate)
  }
}
