import Markdown
import Synchronization

/// A text that is at hand already, or is read when somebody asks for it.
final class LazyText: Sendable {
  private let read: (@Sendable () -> Article)?
  private let kept: Mutex<Article?>
  /// Where a text is kept that can be read again; without one it is kept for good.
  private let shelf: TextShelf?

  init(_ article: Article) {
    kept = Mutex(article)
    (read, shelf) = (nil, nil)
  }

  /// A text that `read` gives as often as it is asked for.
  init(_ article: Article? = nil, on shelf: TextShelf? = nil, _ read: @escaping @Sendable () -> Article) {
    self.read = read
    self.shelf = shelf
    kept = Mutex(nil)
    if let article { keep(article) }
  }

  var article: Article {
    if let known = kept.withLock({ $0 }) { return known }
    guard let read else { preconditionFailure("a text is at hand or can be read") }
    let article = read()
    keep(article)
    return article
  }

  /// Lets the text go until somebody asks for it again.
  func forget() { kept.withLock { $0 = nil } }

  private func keep(_ article: Article) {
    kept.withLock { $0 = article }
    shelf?.put(self, size: article.html.count + article.holes.count * TextShelf.holeSize)
  }
}
