import Foundation
import Language
import Preview
import Synchronization
import TestSupport
import Testing

/// What changes although nobody saves anything.
@Suite("While time passes")
struct TimeTests {
  /// A clock that is set by hand: 20 February 2026, noon in Madrid.
  private final class Clock: Sendable {
    private let seconds = Mutex(1_771_585_200)

    var now: Instant { Instant(seconds: seconds.withLock { $0 }) }
    func advance(by more: Int) { seconds.withLock { $0 += more } }
  }

  private static let config = "title: Casa\nlanguage: es\n"
  private static let hour = 3_600

  private func shown(_ files: [String: String], _ clock: Clock) throws -> Shown {
    try Shown(["site.yaml": Self.config].merging(files) { $1 }) { $0.now = { clock.now } }
  }

  @Test("a post appears at its hour and goes at its end")
  func appears() throws {
    let clock = Clock()
    let shown = try shown(
      [
        "content/blog/a.md": "---\ntitle: Luego\ndate: 2026-02-20T13:00:00+01:00\n---\nx\n",
        "content/blog/b.md":
          "---\ntitle: Oferta\ndate: 2026-02-01\nexpiryDate: 2026-02-20T14:00:00+01:00\n---\nx\n",
      ], clock)
    #expect(!(try shown.text(at: "blog/").contains("Luego")))
    #expect(try shown.text(at: "blog/").contains("Oferta"))
    clock.advance(by: Self.hour)
    try shown.waits(for: "Luego", at: "blog/")
    clock.advance(by: Self.hour)
    try shown.wait(for: "the end") { !(try shown.text(at: "blog/")).contains("Oferta") }
    #expect(shown.causes == [.time, .time])
  }

  @Test("«hace 3 días» becomes «hace 4 días»")
  func ages() throws {
    let clock = Clock()
    let shown = try shown(
      [
        "content/blog/a.md": "---\ntitle: A\ndate: 2026-02-17T12:00:00+01:00\n---\nx\n",
        "templates/partials/footer.html":
          "<footer>{{ page.date | date('ago') if page and page.date }}</footer>\n",
      ], clock)
    #expect(try shown.text(at: "blog/a/").contains("hace 3 días"))
    clock.advance(by: 24 * Self.hour)
    try shown.waits(for: "hace 4 días", at: "blog/a/")
    #expect(shown.causes == [.time])
  }

  @Test("nothing is read again where nothing would be other")
  func rests() throws {
    let clock = Clock()
    let shown = try shown(["content/a.md": "---\ntitle: A\ndate: 2026-02-17\n---\nx\n"], clock)
    _ = try shown.text(at: "a/")
    clock.advance(by: 48 * Self.hour)
    try shown.save("---\ntitle: B\ndate: 2026-02-17\n---\nx\n", to: "content/a.md")
    try shown.waits(for: "<title>B", at: "a/")
    shown.wait(for: "the update") { !shown.causes.isEmpty }
    #expect(shown.causes == [.files])
  }

  @Test("a commit tells when a page was last changed")
  func commits() throws {
    let folder = try TemporaryFolder()
    let clock = Clock()
    let footer = "<footer>{{ page.modified | date('iso') if page and page.modified }}</footer>\n"
    func git(_ day: String, _ arguments: String...) throws {
      let identity = ["-c", "user.name=Ana", "-c", "user.email=ana@casa.example"]
      try LocalProgram.run(
        "git", identity + ["-C", folder.path] + arguments,
        variables: ["GIT_COMMITTER_DATE": "\(day)T10:00:00Z"])
    }
    try folder.write(
      [
        "site.yaml": Self.config, "content/a.md": "---\ntitle: A\ndate: 2026-02-01\n---\nuno\n",
        "templates/partials/footer.html": footer,
      ], in: ".")
    try git("2026-02-10", "init", "-q")
    try git("2026-02-10", "add", ".")
    try git("2026-02-10", "commit", "-qm", "uno")
    let shown = try Shown(in: folder) { $0.now = { clock.now } }
    #expect(try shown.text(at: "a/").contains("2026-02-10"))
    try shown.save("---\ntitle: A\ndate: 2026-02-01\n---\ndos\n", to: "content/a.md")
    try shown.waits(for: "dos", at: "a/")
    try git("2026-02-15", "commit", "-qam", "dos")
    try shown.waits(for: "2026-02-15", at: "a/")
    shown.wait(for: "the update") { shown.causes.count == 2 }
    #expect(shown.causes == [.files, .commit])
  }
}
