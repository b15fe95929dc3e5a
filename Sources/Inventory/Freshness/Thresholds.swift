import Nodes

/// How old facts may be, as far as one place says so; what it leaves out is said by a wider one.
public struct Thresholds: Fielded, Equatable {
  public let live: Age?
  public let warn: Age?
  public let fail: Age?

  public init(live: Age? = nil, warn: Age? = nil, fail: Age? = nil) {
    self.live = live
    self.warn = warn
    self.fail = fail
  }

  public init(reading fields: inout Fields) {
    live = fields.optional("live", "Up to which age facts count as live.")
    warn = fields.optional("warn", "From which age on facts count as expired, and a build warns.")
    fail = fields.optional("fail", "From which age on a build fails.")
  }

  /// These, and where they say nothing the others.
  func over(_ wider: Thresholds) -> Thresholds {
    Thresholds(live: live ?? wider.live, warn: warn ?? wider.warn, fail: fail ?? wider.fail)
  }

  /// What holds where nothing is said: live for a quarter of an hour, expired after a week, never failing.
  public static let standard = Thresholds(live: Age(seconds: 900), warn: Age(seconds: 7 * 86_400))
}
