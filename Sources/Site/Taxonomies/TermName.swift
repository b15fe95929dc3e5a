import Bytes
import Language

/// A term as one page spells it, with the slug by which spellings are taken for one term.
public struct TermName: Sendable {
  public let spelling: String
  /// One part for each level of `a/b`; empty when nothing of the spelling can stand in a URL.
  public let slug: String
  /// The slug's digest: terms are looked up by it.
  public let key: Digest
  /// The spelling's digest: spellings are compared by it.
  let spellingKey: Digest

  public init(_ spelling: String) {
    let parts = spelling.split(separator: "/").map { Language.slug(of: String($0)) }
    let isWhole = !parts.isEmpty && parts.allSatisfy { !$0.isEmpty }
    self.spelling = spelling
    slug = isWhole ? parts.joined(separator: "/") : ""
    spellingKey = Digest(of: Array(spelling.utf8).span)
    key = Digest(of: Array(slug.utf8).span)
  }
}
