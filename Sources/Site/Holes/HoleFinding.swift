import Diagnostics

/// What can be wrong with the links, pictures and shortcodes of a text, as facts.
public enum HoleFinding: Finding, Hashable {
  // Links.
  case brokenLink(String, meant: String?)
  case withheldLink(String, because: Selection.Reason)
  case missingAnchor(String, in: String?, meant: String?)
  case brokenReference(String, meant: String?)

  // Pictures.
  /// `place` is where it would be found, from the root of the site.
  case missingPicture(String, place: String, meant: String?)
  case unreadPicture(String)

  /// So many warnings of these kinds more.
  case more(Int)

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
    case .more: "link-more"
    }
  }
}

extension HoleFinding {
  /// A picture that is nowhere: a path from the root is looked for under `static/`, any other beside the text.
  static func missingPicture(_ destination: Destination, from home: Home) -> HoleFinding {
    let isRooted = destination.path.utf8.first == UInt8(ascii: "/") || !home.path.hasPrefix("content/")
    let path = LinkPath.resolved(destination.path, from: isRooted ? "/" : "/content/\(home.folder)")
    let place = isRooted ? "static\(path)" : String(path.dropFirst())
    return .missingPicture(destination.shown, place: place, meant: nil)
  }
}
