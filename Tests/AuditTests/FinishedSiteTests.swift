import Audit
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@Suite("What a build has left")
struct FinishedSiteTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(inMemory: true)
    let files = [
      "content/blog/uno.md":
        "---\ntitle: Uno\ndate: 2026-01-02\n---\n\n[dos](dos.md#nada) y [tres](tres.md)\n\n#### Hondo\n",
      "content/blog/dos.md":
        "---\ntitle: Dos\ndate: 2026-01-03\n---\n\n## Red\n\n| a |\n|---|\n| b |\n\n<img src=\"/a.png\">\n",
      "static/a.png": "x", "static/suelto.html": "<!doctype html><a href=\"/nada/\">x</a>\n",
    ]
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// What is put together from the whole site, such as the sitemap, is made again each time.
  private static let always = 1

  private func audit() throws -> Audit.Outcome { try SampleSite.outcome(of: folder.path) }

  private func build() throws {
    let outcome = try SiteBuild(SampleSite.request(of: folder.path)).run()
    try #require(outcome.output != nil)
  }

  @Test("is read rather than rendered, and tells the same")
  func sameFindings() throws {
    let first = try audit()
    #expect(first.rendered > 10 && first.report.sorted.count > 4)
    try build()
    let second = try audit()
    #expect(second.report.told == first.report.told && second.pages == first.pages)
    #expect(second.rendered == Self.always)
  }

  @Test("is not believed where somebody touched it or its source since")
  func touched() throws {
    try build()
    let told = try audit().report.told
    try folder.write("<!doctype html><title>otra</title>", to: "public/blog/uno/index.html")
    try folder.remove("public/blog/dos/index.html")
    let again = try audit()
    #expect(again.report.told == told)
    #expect(again.rendered == Self.always + 2)
    try folder.write(
      "---\ntitle: Uno\ndate: 2026-01-02\n---\n\n[dos](dos.md#red)\n", to: "content/blog/uno.md")
    let mended = try audit()
    #expect(mended.report.told != told && !mended.report.told.contains("blog/uno.md"))
    let all = try SampleSite.outcome(of: folder.path) { $0.fresh = true }.rendered
    #expect(mended.rendered > Self.always + 2 && mended.rendered < all)
  }

  @Test("is judged for another address as one that is built for it")
  func otherAddress() throws {
    try build()
    try folder.write("base_url: https://otro.example/lab/\n", to: "site.yaml")
    let known = try audit()
    try folder.remove(".sitegen")
    #expect(try audit().report.told == known.report.told && known.rendered > 10)
  }
}
