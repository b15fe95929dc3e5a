import Diagnostics
import Language
import Templates
import TestSupport
import Testing

@testable import Site

@Suite("A publication")
struct PublicationTests {
  @Test(
    "shows templates its pages and lists, and tells what is wrong", arguments: Fixture.all(in: "publication"))
  func rendering(fixture: Fixture) throws {
    try fixture.expect(SamplePublication(fixture.input).rendered())
  }

  @Test("renders a page the same whatever was rendered before it")
  func independence() throws {
    let sample = try SamplePublication(
      "\n-- blog/a.md --\n---\ndate: 2025-01-01\n---\nUno\n-- blog/b.md --\nDos\n")
    var worker = RenderWorker()
    var first: [String: [UInt8]] = [:]
    for route in sample.publication.outputs {
      _ = try sample.publication.render(route, with: &worker)
      first[route.url] = worker.out
    }
    for route in sample.publication.outputs.reversed() {
      _ = try sample.publication.render(route, with: &worker)
      #expect(worker.out == first[route.url], "\(route.url)")
    }
  }

  @Test("notes what a page has read of others")
  func reads() throws {
    let sample = try SamplePublication(
      """

      -- blog/a.md --
      ---
      date: 2025-01-01
      ---
      -- blog/b.md --
      ---
      date: 2025-01-02
      ---
      -- templates/post.html --
      {{ page.title }}{% if page.previous %}{{ page.previous.title }}{% endif %}
      """)
    let publication = sample.publication
    let route = try #require(publication.assembly.routes.route(at: "/blog/b/"))
    var worker = RenderWorker()
    let reads = try publication.render(route, with: &worker).reads
    let page = try #require(publication.tree.pages.first { $0.url == "/blog/a/" }).id
    let title = publication.keys.key(.page(page), .title)
    let metadata = publication.keys.key(.page(page), .metadata)
    #expect(reads.keys.contains(title))
    #expect(!reads.keys.contains(metadata))
  }
}
