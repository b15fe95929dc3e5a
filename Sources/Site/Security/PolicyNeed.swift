/// One thing that a page asks of the site's Content-Security-Policy: to run a script, to show a picture of another host.
public struct PolicyNeed: Hashable, Sendable, Comparable {
  /// The directive that has to allow it.
  public enum Directive: String, Sendable, CaseIterable {
    case base = "base-uri"
    case font = "font-src"
    case form = "form-action"
    case frame = "frame-src"
    case image = "img-src"
    case media = "media-src"
    case object = "object-src"
    case script = "script-src"
    case style = "style-src"
    /// The contents of `style` attributes; their hashes count only with `'unsafe-hashes'`, which stands here alone.
    case styleAttribute = "style-src-attr"
    /// An attribute such as `onclick`: never allowed, but the author is told.
    case handler = "script-src-attr"
  }

  public let directive: Directive
  /// What is to be allowed: `https://img.ejemplo.dev`, `data:`, `'self'`, `'sha256-…'`; of a handler its name.
  public let source: String

  public init(_ directive: Directive, _ source: String) {
    self.directive = directive
    self.source = source
  }

  /// By directive, then by source, so that a policy is the same in whatever order pages were read.
  public static func < (one: PolicyNeed, other: PolicyNeed) -> Bool {
    one.directive == other.directive
      ? one.source.precedes(other.source) : one.directive.rawValue < other.directive.rawValue
  }
}

extension PolicyNeed {
  /// One line, for whoever keeps what a page needs until the next build.
  public var text: String { "\(directive.rawValue) \(source)" }

  /// Reads what `text` wrote; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let directive = Directive(rawValue: String(parts[0])) else { return nil }
    self.init(directive, String(parts[1]))
  }
}

extension Sequence where Element == Set<PolicyNeed> {
  /// All of them together. Most outputs need what the one before needs, and that is not added again.
  var union: Set<PolicyNeed> {
    var all: Set<PolicyNeed> = []
    var last = all
    for needs in self where needs != last {
      all.formUnion(needs)
      last = needs
    }
    return all
  }
}
