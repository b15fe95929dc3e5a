import Foundation
import Language
import Site
import TestSupport
import Testing

/// A feed with all that is awkward in feeds, and what every writer makes of it.
///
/// The expectations were read with Python's feedparser, which found nothing bozo about them.
@Suite("Feeds")
struct FeedTests {
  private let madrid = Offset(hours: 1)

  private func feed(_ format: FeedFormat) throws -> Feed {
    let offset = try #require(madrid)
    let first = ZonedMoment(Instant(seconds: 1_770_712_200), offset: offset)
    let second = ZonedMoment(Instant(seconds: 1_770_800_000), offset: offset)
    return Feed(
      title: "Homelab & más", description: "Clústeres <en casa>", language: "es",
      url: "https://ejemplo.dev/blog/", feedURL: "https://ejemplo.dev/blog/\(format.fileName)",
      author: Person(name: "La autora", url: "https://ejemplo.dev/"),
      entries: [
        FeedEntry(
          title: "«Talos» & \"k3s\"", url: "https://ejemplo.dev/blog/talos/", published: first,
          updated: second,
          summary: "Qué es, y por qué.",
          content: Array("<p>Hola, <em>ñandú</em> &amp; compañía]]>\u{0C}</p>\n".utf8),
          authors: [Person(name: "Otra persona", email: "otra@ejemplo.dev")], tags: ["Talos", "C & C++"]),
        FeedEntry(
          title: "Sin nada", url: "https://ejemplo.dev/blog/nada/", published: first, updated: first),
      ])
  }

  @Test("are written as they stand in the fixtures", arguments: FeedFormat.allCases)
  func written(format: FeedFormat) throws {
    var out: [UInt8] = []
    try feed(format).write(format, into: &out)
    try expect(out, is: format.fileName)
  }

  @Test("without entries are still feeds", arguments: FeedFormat.allCases)
  func empty(format: FeedFormat) throws {
    var out: [UInt8] = []
    Feed(
      title: "Vacío", description: "", language: "es", url: "https://ejemplo.dev/",
      feedURL: "https://ejemplo.dev/\(format.fileName)", entries: []
    ).write(format, into: &out)
    try expect(out, is: "empty-\(format.fileName)")
  }

  /// Compares with a file; RECORD_FIXTURES rewrites it, and fails.
  private func expect(_ bytes: [UInt8], is name: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/feeds/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(bytes).write(to: url)
      Issue.record("recorded \(name)")
    }
    #expect(try String(decoding: bytes, as: UTF8.self) == String(contentsOf: url, encoding: .utf8))
  }
}
