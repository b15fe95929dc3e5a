import Disk
import Foundation
import HTTP
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

  convenience init(_ files: [String: String], _ change: (inout Preview.Request) -> Void = { _ in }) throws {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    try self.init(in: folder, change)
  }

  init(in folder: TemporaryFolder, _ change: (inout Preview.Request) -> Void = { _ in }) throws {
    self.folder = folder
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

  /// Waits until something is so; however busy the machine is.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: () throws -> Bool
  )
    rethrows
  {
    for _ in 0..<Self.patience {
      if try isSo() { return }
      usleep(10_000)
    }
    Issue.record("never: \(what)", sourceLocation: sourceLocation)
  }

  /// Thirty seconds.
  private static let patience = 3_000

  /// What is shown at an address of the site.
  func text(at path: String) throws -> String {
    let client = Client(proxy: .none, allowsPlain: true)
    return String(decoding: try client.send(Request(.get, address + path)).body, as: UTF8.self)
  }

  /// Waits until a text is shown at an address.
  func waits(for text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "\(text) at \(path)", sourceLocation: sourceLocation) {
      try self.text(at: path).contains(text)
    }
  }

  /// What made the site be read again, each time.
  var causes: [Update.Cause] {
    news.all.withLock { $0.compactMap { if case .updated(let update) = $0 { update.cause } else { nil } } }
  }

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
