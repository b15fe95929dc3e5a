import Markdown

/// The beginning of an article in plain words, for descriptions that search engines and feeds show.
enum PlainExcerpt {
  /// As much as search engines show.
  private static let length = 160

  static func text(of article: Article) -> String {
    let end = article.excerpt?.end ?? article.html.count
    var out: [UInt8] = []
    var isInTag = false
    var pendingSpace = false
    for byte in article.html[..<end] {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag:
        isInTag = false
        pendingSpace = true
      case _ where isInTag: continue
      case 0...0x20: pendingSpace = true
      default:
        if pendingSpace, !out.isEmpty { out.append(0x20) }
        pendingSpace = false
        out.append(byte)
      }
      if out.count >= length, pendingSpace { break }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
