/// A path of the site that an author wrote, resolved: from the root, without `.` and `..`, ending in `/` or a file.
struct SitePath {
  let text: String

  /// Reads `/a/b`, `a/b/`, `../c` or `feed.xml`; a path without `/` at its start counts from `folder`, which ends in `/`.
  ///
  /// Nil for what is no path of a site: another site's address, a query, a fragment, a space, a way out of the root.
  init?(_ written: String, from folder: String) {
    guard !written.isEmpty, !written.contains("://"), written.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    var parts: [Substring] = []
    let isRooted = written.utf8.first == UInt8(ascii: "/")
    for part in (isRooted ? written : folder + written).split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    let path = "/" + parts.joined(separator: "/")
    let isFile = parts.last.map(Self.namesFile) ?? true
    text = isFile && written.utf8.last != UInt8(ascii: "/") || parts.isEmpty ? path : path + "/"
  }

  /// `feed.xml` and `page.html` are files; `v1.32` is not.
  private static func namesFile(_ part: Substring) -> Bool {
    guard let point = part.utf8.lastIndex(of: UInt8(ascii: ".")), point > part.startIndex else {
      return false
    }
    let ending = part.utf8[part.utf8.index(after: point)...]
    return (1...longestEnding).contains(ending.count)
      && ending.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }

  /// `webmanifest`.
  private static let longestEnding = 11

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
      UInt8(ascii: "<"), UInt8(ascii: ">"):
      false
    default: true
    }
  }
}
