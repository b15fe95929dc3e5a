/// When a file is sent: what pages need before the pages, what leads to them after, so that a visitor in the middle
/// of a deploy never meets a page whose parts are not there.
public enum Phase: Int, Sendable, Comparable, CaseIterable {
  /// Assets whose name holds their fingerprint: a new one disturbs nobody.
  case fingerprinted
  /// Pictures, downloads and all else that pages refer to.
  case assets
  case pages
  /// Where visitors and machines come in: the home page, feeds, the site map.
  case entries

  public static func < (one: Phase, other: Phase) -> Bool { one.rawValue < other.rawValue }

  /// The phase of a file by its path in the site.
  public init(of key: String) {
    let name = key.split(separator: "/").last.map(String.init) ?? key
    if Self.isFingerprinted(key) {
      self = .fingerprinted
    } else if Self.entryNames.contains(name) && (name != "index.html" || key == name) {
      self = .entries
    } else if name.hasSuffix(".html") {
      self = .pages
    } else {
      self = .assets
    }
  }

  private static let entryNames: Set<String> = [
    "index.html", "404.html", "sitemap.xml", "feed.xml", "rss.xml", "feed.json", "robots.txt", "_redirects",
    "_headers", "inventory.json",
  ]

  /// Tells whether a name holds the digest of its content: `assets/site.0b665e91.css`.
  public static func isFingerprinted(_ key: String) -> Bool {
    guard key.hasPrefix("assets/") || key.contains("/assets/") else { return false }
    let name = key.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    return parts.count >= 3
      && parts.dropFirst().dropLast().contains { part in
        part.utf8.count >= leastDigest && part.utf8.allSatisfy(isHexadecimal)
      }
  }

  /// A shorter run of hexadecimal digits may be a word or a year.
  private static let leastDigest = 8

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
