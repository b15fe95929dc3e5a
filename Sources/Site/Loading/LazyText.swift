import Markdown
import Synchronization

/// A text that is at hand already, or is read when somebody first asks for it.
final class LazyText: Sendable {
  private let ready: Article?
  private let read: (@Sendable () -> Article)?
  private let kept = Mutex<Article?>(nil)

  init(_ article: Article) { (ready, read) = (article, nil) }

  init(_ read: @escaping @Sendable () -> Article) { (ready, self.read) = (nil, read) }

  var article: Article {
    if let ready { return ready }
    if let known = kept.withLock({ $0 }) { return known }
    guard let read else { preconditionFailure("a text is ready or can be read") }
    let article = read()
    kept.withLock { $0 = article }
    return article
  }
}
