import Synchronization

/// The texts that were asked for last: a site in memory keeps no more of them than fit here.
final class TextShelf: Sendable {
  /// About what a hole takes beside the bytes of its text.
  static let holeSize = 128

  private let texts: Mutex<Recent<LazyText>>

  /// - `limit` is how many bytes of texts are kept.
  init(limit: Int) { texts = Mutex(Recent(limit: limit)) }

  /// Keeps a text; those that have stood here longest go for it.
  func put(_ text: LazyText, size: Int) {
    for text in texts.withLock({ $0.put(text, size: size) }) { text.forget() }
  }
}
