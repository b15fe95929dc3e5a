import Bytes
import Diagnostics

extension Renderer {
  /// Hands over the article.
  mutating func finished() -> Article {
    endSection()
    article.html = out
    article.plain = plain
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
  /// Runs of bytes with a letter or a digit in them, set apart by white space.
  static func count(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in bytes {
      if byte <= UInt8(ascii: " ") {
        isInWord = false
      } else if !isInWord, Scanner.isWord(byte) {
        isInWord = true
        count += 1
      }
    }
    return count
  }
}
