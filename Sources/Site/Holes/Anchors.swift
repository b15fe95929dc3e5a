import Bytes
import Diagnostics
import Language
import Markdown

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The places in a text that a link can lead to.
struct Anchors {
  private let headings: [Heading]
  /// Whether a template of the site's own may have written ids; those of Hugo's shortcodes write none.
  private let hasTemplates: Bool
  /// The digests of all ids.
  private let ids: DigestSet

  /// What came of looking for one.
  enum Answer: Equatable {
    case found(String)
    /// The text has parts written by templates, so its ids are not all known.
    case unknown
    case lost(meant: String?)
  }

  /// Collects the ids of a text in one pass.
  init(_ article: Article) {
    headings = article.contents
    hasTemplates = article.holes.contains { hole in
      if case .shortcode(let shortcode) = hole.kind {
        BuiltInShortcode(rawValue: shortcode.name) == nil
      } else {
        false
      }
    }
    ids = Self.ids(in: article.html)
  }

  /// Finds an id by a fragment, spelt with or without accents and capitals.
  func find(_ fragment: String) -> Answer {
    if fragment.isEmpty || fragment == "top" || holds(id: fragment) { return .found(fragment) }
    let folded = slug(of: fragment)
    if !folded.isEmpty, holds(id: folded) { return .found(folded) }
    if hasTemplates { return .unknown }
    return .lost(meant: nearest(to: folded, among: Self.ids(of: headings)))
  }

  /// Whether an element has the id.
  private func holds(id: String) -> Bool {
    var escaped: [UInt8] = []
    escaped.append(htmlText: id.utf8.span)
    return ids.contains(Digest(of: escaped.span).value)
  }

  private static func ids(of headings: [Heading]) -> [String] {
    headings.flatMap { [$0.id] + ids(of: $0.children) }
  }
}

extension Anchors {
  /// The digests of the values of all attributes `id` and `name`: each equals sign is looked at, on pointers, because
  /// whole articles pass here.
  private static func ids(in html: [UInt8]) -> DigestSet {
    var ids = DigestSet()
    html.withUnsafeBufferPointer { bytes in
      var index = 3
      while let sign = next(UInt8(ascii: "="), in: bytes, from: index) {
        index = sign + 1
        guard index < bytes.count, isName(endingAt: sign, in: bytes) else { continue }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
          let end = next(quote, in: bytes, from: index + 1)
        else { continue }
        ids.insert(Digest(of: UnsafeBufferPointer(rebasing: bytes[index + 1..<end]).span).value)
        index = end + 1
      }
    }
    return ids
  }

  /// Whether `id` or `name` stands before the sign.
  private static func isName(endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[end - 1] == UInt8(ascii: "d"), bytes[end - 2] == UInt8(ascii: "i") {
      return bytes[end - 3] <= 0x20
    }
    guard end >= 5, bytes[end - 1] == UInt8(ascii: "e"), bytes[end - 2] == UInt8(ascii: "m") else {
      return false
    }
    return bytes[end - 3] == UInt8(ascii: "a") && bytes[end - 4] == UInt8(ascii: "n")
      && bytes[end - 5] <= 0x20
  }

  private static func next(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
