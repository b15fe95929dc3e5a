import Bytes
import Diagnostics

extension Renderer {
  /// Hands over the article.
  mutating func finished() -> Article {
    endSection()
    // Copies without room to grow: all articles of a site are held at once.
    article.html = out.withUnsafeBufferPointer { Array($0) }
    article.plain = plain.withUnsafeBufferPointer { Array($0) }
    article.holes = article.holes.withUnsafeBufferPointer { Array($0) }
    article.flatHeadings = headings
    article.contents = Heading.tree(of: headings)
    article.words = Words.count(in: plain) - codeWords
    article.excerpt = cut.manual ?? cut.automatic
    article.mistakes.sort {
      ($0.place?.line ?? 0, $0.place?.column ?? 0) < ($1.place?.line ?? 0, $1.place?.column ?? 0)
    }
    return article
  }
}

/// Counts words.
enum Words {
  /// Runs of bytes that start with a letter or a digit, set apart by white space.
  static func count(in bytes: some Collection<UInt8>) -> Int {
    bytes.withContiguousStorageIfAvailable(count) ?? count(Array(bytes))
  }

  private static func count(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBufferPointer(count) }

  /// Works on a pointer and without branches, because all of a page's text passes here and no processor foretells where
  /// its words begin.
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    kinds.withUnsafeBufferPointer { kinds in
      var count = 0
      var isOutside: UInt8 = 1
      for byte in bytes {
        let kind = kinds[Int(byte)]
        count &+= Int(kind & isOutside)
        isOutside = kind >> 1 | isOutside & ~kind
      }
      return count
    }
  }

  /// What each byte is: 1 for one of a word, 2 for white space, 0 for other signs.
  private static let kinds = (0...UInt8.max).map { byte -> UInt8 in
    byte <= UInt8(ascii: " ") ? 2 : Scanner.isWord(byte) ? 1 : 0
  }
}
