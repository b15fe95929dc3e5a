import Frontmatter
import Language

/// Which pages are built: by their drafts, their dates, and the present.
public struct Selection: Sendable {
  public let now: Instant
  public let includesDrafts: Bool
  public let includesFuture: Bool

  /// What keeps a page from being built.
  public enum Reason: Sendable, Hashable {
    case draft, future, expired
  }

  public init(now: Instant, includesDrafts: Bool = false, includesFuture: Bool = false) {
    self.now = now
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
  }

  /// Tells what keeps a page from being built; nil when it is built.
  public func reason(against entry: Entry) -> Reason? {
    if let end = entry.dates.expires, end.instant <= now { return .expired }
    if entry.metadata.isDraft, !includesDrafts { return .draft }
    if let start = entry.dates.published, start.instant > now, !includesFuture { return .future }
    return nil
  }

  /// The next instant at which the page appears or expires, so that the site must be built again.
  public func nextChange(of entry: Entry) -> Instant? {
    let start = includesFuture ? nil : entry.dates.published?.instant
    let end = entry.dates.expires?.instant
    if let start, start > now { return end.map { $0 > now ? min(start, $0) : start } ?? start }
    if let end, end > now { return end }
    return nil
  }
}
