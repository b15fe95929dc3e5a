import Diagnostics

/// What can be wrong with the links, pictures and shortcodes of a text, as facts.
public enum HoleFinding: Finding, Hashable {
  // Links.
  case brokenLink(String, meant: String?)
  case withheldLink(String, because: Selection.Reason)
  case missingAnchor(String, in: String?, meant: String?)
  case brokenReference(String, meant: String?)

  // Pictures.
  case missingPicture(String, meant: String?)
  case unreadPicture(String)

  public var severity: Severity {
    switch self {
    case .brokenReference: .error
    default: .warning
    }
  }

  public var code: String {
    switch self {
    case .brokenLink: "link-broken"
    case .withheldLink: "link-withheld"
    case .missingAnchor: "link-anchor"
    case .brokenReference: "link-reference"
    case .missingPicture: "picture-missing"
    case .unreadPicture: "picture-unread"
    }
  }
}
