import Nodes

/// How old facts may be: the block `inventory.freshness` of `site.yaml`.
public struct FreshnessSettings: Fielded {
  public let all: Thresholds
  /// By pattern of the fact's path, `*` standing for anything: `*.status`, `cluster:gordito.*`.
  public let facts: Table<Thresholds>

  public init(reading fields: inout Fields) {
    all = Thresholds(reading: &fields)
    facts = fields.value(
      "facts", "Other ages for facts whose path matches, such as '*.status'; the first match counts.",
      default: Table())
  }

  private init() { (all, facts) = (Thresholds(), Table()) }

  /// What holds where nothing is said.
  public static let standard = FreshnessSettings()
}
