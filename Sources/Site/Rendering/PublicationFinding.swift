import Diagnostics
import Language

/// What can be wrong when a site is rendered, as facts.
public enum PublicationFinding: Finding, Hashable {
  // Templates.
  case unknownLayout(String, meant: String?, known: [String])
  case argumentNeeded(String, of: String)
  case unknownAsset(String, meant: String?, known: [String])
  case unknownIcon(String, meant: String?, known: [String])
  case noPage(String, meant: String?)
  case noSection(String, meant: String?)

  public var severity: Severity { .error }

  public var code: String {
    switch self {
    case .unknownLayout: "template-unknown-layout"
    case .argumentNeeded: "template-argument"
    case .unknownAsset: "template-unknown-asset"
    case .unknownIcon: "template-unknown-icon"
    case .noPage: "template-no-page"
    case .noSection: "template-no-section"
    }
  }

  static func unknownAsset(_ name: String, among known: some Sequence<String>) -> PublicationFinding {
    .unknownAsset(name, meant: nearest(to: name, among: known.sorted()), known: known.sorted())
  }

  static func unknownIcon(_ name: String, among known: some Sequence<String>) -> PublicationFinding {
    .unknownIcon(name, meant: nearest(to: name, among: known.sorted()), known: known.sorted())
  }
}
