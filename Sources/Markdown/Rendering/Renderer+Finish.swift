import Bytes
import Diagnostics

extension Renderer {
  /// Hands over the article.
  mutating func finished() -> Article {
    endSection()
    // Copies without room to grow: all articles of a site are held at once.
    article.html = out.withBytes { Array($0) }
    // The text around a shortcode counts the words inside, and has their headings.
    let isInside = session.depth > 0
    if isInside || session.options.keepsText { article.plain = plain.withBytes { Array($0) } }
    article.holes = article.holes.withUnsafeBufferPointer { Array($0) }
    if isInside { article.flatHeadings = headings }
    article.contents = Heading.tree(of: headings)
    prose.count(plain)
    article.words = prose.words
    article.excerpt = cut.manual ?? cut.automatic
    article.mistakes.sort {
      ($0.place?.line ?? 0, $0.place?.column ?? 0) < ($1.place?.line ?? 0, $1.place?.column ?? 0)
    }
    return article
  }
}
