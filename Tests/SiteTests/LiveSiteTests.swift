import Diagnostics
import Disk
import Language
import Site
import Testing
import Workers

@Suite("A site in memory")
struct LiveSiteTests {
  private static let now = Instant(seconds: 1_771_585_200)

  private func site(_ folder: OutputFolder) throws -> LiveSite {
    try LiveSite(
      SiteBuild.Request(
        source: folder.sources, output: folder.output, workers: Workers(count: 1), now: Self.now))
  }

  private func text(_ site: LiveSite, _ url: String) -> String {
    guard case .bytes(let bytes)? = site.answer(at: url)?.body else { return "nothing" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("shows what its author wrote last")
  func showsEdits() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "# A\n\nuno\n")
    try folder.put("content/b.md", "# B\n\ndos\n")
    let site = try site(folder)
    #expect(text(site, "/a/").contains("<p>uno</p>"))
    try folder.put("content/a.md", "# A\n\ntres\n")
    let change = try site.update(["content/a.md"], now: Self.now)
    #expect(change.outdated == ["/a/"])
    #expect(text(site, "/a/").contains("<p>tres</p>"))
  }

  @Test("tells where a page has gone")
  func tellsMoves() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "# A\n")
    try folder.put("content/b.md", "# B\n")
    let site = try site(folder)
    try folder.put("content/a.md", "---\nslug: otra\n---\n# A\n")
    try folder.remove("content/b.md")
    let change = try site.update(nil, now: Self.now)
    #expect(change.moved.map(\.from) == ["/a/"])
    #expect(change.moved.map(\.to) == ["/otra/"])
    #expect(change.removed == ["/b/"])
  }

  @Test("serves the last good state while an error stands in the way")
  func survivesErrors() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "# A\n\nuno\n")
    let site = try site(folder)
    try folder.put("content/a.md", "---\ntitle: [\n---\n")
    let change = try site.update(["content/a.md"], now: Self.now)
    #expect(change.report.fails())
    #expect(text(site, "/a/").contains("<p>uno</p>"))
    #expect(site.answer(at: "/nada/") == nil)
  }
}

@Suite("A site in memory, for its server")
struct LiveSiteServingTests {
  private func site(_ folder: OutputFolder) throws -> LiveSite {
    var request = SiteBuild.Request(
      source: folder.sources, output: folder.output, workers: Workers(count: 1),
      now: Instant(seconds: 1_771_585_200))
    request.drafts = true
    return try LiveSite(request)
  }

  @Test("knows which pages readers do not see yet, and how long they are")
  func knowsDrafts() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "---\ntitle: A\ndraft: true\n---\nuno dos tres\n")
    try folder.put("content/b.md", "# B\n\nuno\n")
    let site = try site(folder)
    #expect(site.glance(at: "/a/")?.waits == .draft)
    #expect(site.glance(at: "/a/")?.words == 3)
    #expect(site.glance(at: "/b/")?.waits == nil)
    #expect(site.glance(at: "/") == nil)
    #expect(site.waiting == ["/a/"])
  }

  @Test("knows what stands for a lost page, and where a file is published")
  func knowsPlaces() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "# A\n")
    let site = try site(folder)
    #expect(site.notFound(for: "/nada/") == "/404.html")
    #expect(site.address(of: "content/a.md") == "/a/")
    #expect(site.address(of: "content/z.md") == nil)
  }

  @Test("tells servers what the pages shown so far need")
  func tellsServers() throws {
    let folder = try OutputFolder()
    try folder.put("content/a.md", "# A\n")
    let site = try site(folder)
    let needs = site.answer(at: "/a/")?.needs ?? []
    let headers = site.serverFiles(needing: needs).first { $0.path == "_headers" }
    #expect(
      headers.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains("script-src 'self' 'sha256-")
        == true)
  }
}
