import Bytes
import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import Site

@Suite("Articles, with their holes filled")
struct FillingTests {
  @Test("lead where the author meant", arguments: Fixture.all(in: "holes"))
  func links(fixture: Fixture) throws {
    try fixture.expect(SampleSite(fixture.input).filled(.body, at: .page))
  }

  @Test("have whole addresses in a feed", arguments: Fixture.all(in: "feedholes"))
  func feeds(fixture: Fixture) throws {
    try fixture.expect(SampleSite(fixture.input).filled(.body, at: .feed))
  }

  @Test("show shortcodes by their templates", arguments: Fixture.all(in: "shortcodes"))
  func shortcodes(fixture: Fixture) throws {
    try fixture.expect(SampleSite(fixture.input).filled(.body, at: .page))
  }

  @Test(
    "open on other pages with ids of their own and links to their page",
    arguments: Fixture.all(in: "excerpts"))
  func excerpts(fixture: Fixture) throws {
    try fixture.expect(SampleSite(fixture.input).filled(.excerpt, at: .excerpt))
  }
}
