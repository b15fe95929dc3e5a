import Diagnostics
import Nodes

/// The `check` block of `site.yaml`: how grave each finding is, by its name.
public struct CheckSettings: Fielded {
  /// How grave an author takes a finding.
  public enum Gravity: String, CaseIterable, Readable {
    case error, warning, off
  }

  private let gravities: [String: Gravity]

  public init(reading fields: inout Fields) {
    var gravities: [String: Gravity] = [:]
    for name in Rule.allCases.map(\.rawValue) + BuildRules.names {
      gravities[name] = fields.optional(name, "How grave a finding of this name is.")
    }
    self.gravities = gravities
  }

  /// The settings of a site that says nothing.
  public init() { gravities = [:] }

  /// A finding as grave as the author takes it; nil for one that is not to be told.
  ///
  /// Errors of the build stay what they are: with them there is no site.
  func judged(_ mistake: Mistake) -> Mistake? {
    let code = mistake.finding.code
    guard let gravity = gravities[code] else { return mistake }
    if mistake.finding.severity == .error, Rule(rawValue: code) == nil { return mistake }
    switch gravity {
    case .off: return nil
    case .error:
      return Mistake(JudgedFinding(mistake.finding, .error), path: mistake.path, place: mistake.place)
    case .warning:
      return Mistake(JudgedFinding(mistake.finding, .warning), path: mistake.path, place: mistake.place)
    }
  }
}

/// Warnings that the build tells anyway, and that an author may take otherwise.
public enum BuildRules {
  public static let names = [
    "code-unknown-language", "content-inside-bundle", "content-unknown-taxonomy", "content-unused-term",
    "date-in-words", "date-offset-of-other-season", "date-short-hour", "date-with-slashes", "file-empty",
    "footnote-repeated", "footnote-undefined", "footnote-unused", "frontmatter-misspelt-key",
    "frontmatter-repeated-key", "frontmatter-wrong-case", "history-shallow", "history-unreadable",
    "markdown-control-character", "markdown-unclosed-container", "markdown-unclosed-fence",
    "markdown-unfenced", "picture-unread", "policy-handler", "policy-long", "policy-own-file",
    "shortcode-not-pixels",
  ]
}
