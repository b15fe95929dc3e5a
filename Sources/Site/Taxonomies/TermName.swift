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
  /// Whether the spelling may name levels.
  let hasLevels: Bool

  public init(_ spelling: String) {
    guard spelling.utf8.contains(UInt8(ascii: "/")) else {
      self.init(spelling, slug: Language.slug(of: spelling), hasLevels: false)
      return
    }
    let parts = spelling.split(separator: "/").map { Language.slug(of: String($0)) }
    let isWhole = !parts.isEmpty && parts.allSatisfy { !$0.isEmpty }
    self.init(
      spelling, slug: isWhole ? parts.joined(separator: "/") : "", hasLevels: isWhole && parts.count > 1)
  }

  private init(_ spelling: String, slug: String, hasLevels: Bool) {
    self.spelling = spelling
    self.slug = slug
    self.hasLevels = hasLevels
    spellingKey = Digest(of: spelling.utf8.span)
    key = Digest(of: slug.utf8.span)
  }
}

// A sign `/` may part levels, as in `redes/bgp`, or stand in a name, as in `CI/CD`.

extension TermName {
  /// The name of the level above; nil at the highest. A sign too many, as in `redes/bgp/`, parts nothing.
  var above: TermName? {
    hasLevels ? TermName(spelling.split(separator: "/").dropLast().joined(separator: "/")) : nil
  }

  /// Whether it is written as paths are: without a capital letter.
  var isPathLike: Bool { spelling == spelling.lowercased() }

  /// The digest of the highest level.
  var rootKey: Digest {
    Digest(of: Array(slug.utf8.prefix { $0 != UInt8(ascii: "/") }).span)
  }

  /// The same spelling as one name: `ci-cd`.
  var flat: TermName { TermName(spelling, slug: Language.slug(of: spelling), hasLevels: false) }
}
