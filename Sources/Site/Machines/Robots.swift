import Bytes

/// What `robots.txt` says.
public enum Robots {
  /// Lets everybody in and names the sitemap, or keeps everybody out.
  public static func bytes(sitemap: String, isHidden: Bool) -> [UInt8] {
    var out: [UInt8] = []
    guard !isHidden else {
      out.append("User-agent: *\nDisallow: /\n")
      return out
    }
    out.append("User-agent: *\nDisallow:\n\nSitemap: ")
    out.append(text: sitemap)
    out.append("\n")
    return out
  }
}
