import Bytes
import Diagnostics
import Language
import Markdown

/// The places in a text that a link can lead to.
struct Anchors {
  private let article: Article

  /// What came of looking for one.
  enum Answer: Equatable {
    case found(String)
    /// The text has parts written by templates, so its ids are not all known.
    case unknown
    case lost(meant: String?)
  }

  init(_ article: Article) { self.article = article }

  /// Finds an id by a fragment, spelt with or without accents and capitals.
  func find(_ fragment: String) -> Answer {
    if fragment.isEmpty || fragment == "top" || holds(id: fragment) { return .found(fragment) }
    let folded = slug(of: fragment)
    if !folded.isEmpty, holds(id: folded) { return .found(folded) }
    if hasTemplates { return .unknown }
    return .lost(meant: nearest(to: folded, among: Self.ids(of: article.contents)))
  }

  /// Whether a template of the site's own may have written ids; those of Hugo's shortcodes write none.
  private var hasTemplates: Bool {
    article.holes.contains { hole in
      if case .shortcode(let shortcode) = hole.kind {
        BuiltInShortcode(rawValue: shortcode.name) == nil
      } else {
        false
      }
    }
  }

  /// Whether an element has the id; the few links that lead into a text pay for the search, not every text.
  private func holds(id: String) -> Bool {
    var escaped: [UInt8] = []
    escaped.append(htmlText: Array(id.utf8).span)
    return ["id=\"", "name=\"", "id='", "name='"].contains { opening in
      article.html.holds(Array(opening.utf8) + escaped + [opening.utf8.last ?? 0])
    }
  }

  private static func ids(of headings: [Heading]) -> [String] {
    headings.flatMap { [$0.id] + ids(of: $0.children) }
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands in these.
  fileprivate func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    // On pointers, because it reads whole articles.
    return withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        var index = 0
        while index + needle.count <= bytes.count {
          if bytes[index] == first {
            var length = 1
            while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
            if length == needle.count { return true }
          }
          index += 1
        }
        return false
      }
    }
  }
}
