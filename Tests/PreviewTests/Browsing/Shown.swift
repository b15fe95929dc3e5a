import Disk
import Foundation
import Language
import Preview
import Synchronization
import TestSupport
import Testing
import Workers

/// A site in a folder of its own, with its preview.
final class Shown: Sendable {
  let folder: TemporaryFolder
  let preview: Preview
  private let news: News

  /// What was told, from whatever thread.
  private final class News: Sendable {
    let all = Mutex<[Preview.News]>([])
  }

  init(_ files: [String: String], _ change: (inout Preview.Request) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    var request = Preview.Request(
      source: Path(folder.path), workers: Workers(count: 2), tongue: .spanish,
      now: { Instant(seconds: 1_771_585_200) })
    request.port = 0
    change(&request)
    let news = News()
    self.news = news
    preview = try Preview(request) { item in news.all.withLock { $0.append(item) } }
  }

  deinit { preview.stop() }

  var address: String { preview.address }

  /// How often the site was read again.
  var updates: Int {
    news.all.withLock { $0.count { if case .updated = $0 { true } else { false } } }
  }

  /// Saves a file as an editor does that truncates and writes.
  func save(_ text: String, to path: String) throws { try folder.write(text, to: path) }

  func rename(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(
      at: folder.url.appending(path: path), to: folder.url.appending(path: other))
  }

  /// A long post: the words, with enough around them to scroll.
  static func post(_ title: String, _ middle: String, _ more: String = "") -> String {
    let filler = (1...40).map { "Párrafo \($0) con algo que leer, para que la página sea larga.\n" }
    return """
      ---
      title: \(title)
      date: 2026-01-10
      \(more)---

      \(filler.prefix(20).joined(separator: "\n"))
      \(middle)

      \(filler.suffix(20).joined(separator: "\n"))
      """
  }
}
