import Bytes

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
    let name = key.lastPart
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

  private static let entryNames: Set<Substring> = [
    "index.html", "404.html", "sitemap.xml", "feed.xml", "rss.xml", "feed.json", "robots.txt", "_redirects",
    "_headers", "inventory.json",
  ]

  /// Tells whether a name holds the digest of its content: `assets/site.0b665e91.css`.
  public static func isFingerprinted(_ key: String) -> Bool {
    guard holdsAssetFolder(key.utf8) else { return false }
    let parts = key.lastPart.utf8.split(separator: UInt8(ascii: "."))
    return parts.count >= 3
      && parts.dropFirst().dropLast().contains { part in
        part.count >= leastDigest && part.allSatisfy(isHexadecimal)
      }
  }

  /// Whether one of the folders above a file is called `assets`.
  private static func holdsAssetFolder(_ key: String.UTF8View) -> Bool {
    var rest = key[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      if rest[..<slash].elementsEqual("assets".utf8) { return true }
      rest = rest[key.index(after: slash)...]
    }
    return false
  }

  /// A shorter run of hexadecimal digits may be a word or a year.
  private static let leastDigest = 8

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
