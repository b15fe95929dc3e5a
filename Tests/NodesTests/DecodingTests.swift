import Diagnostics
import Nodes
import TestSupport
import Testing

@Suite("Decoding")
struct DecodingTests {
  @Test("reads, or tells all that is wrong at once", arguments: Fixture.all(in: "decoding"))
  func fixture(_ fixture: Fixture) throws {
    let source = Source(path: "site.yaml", bytes: Array(fixture.input.utf8))
    do throws(Report) {
      let (site, warnings) = try SampleSite.decode(YAML.read(source), from: source)
      try? fixture.expect("\(site.summary)\n" + warnings.told)
    } catch {
      try? fixture.expect(error.told)
    }
  }

  @Test("has its cases")
  func count() { #expect(Fixture.all(in: "decoding").count >= 10) }
}

extension SampleSite {
  fileprivate var summary: String {
    let rows = sections.rows.map { "\($0.key) \($0.value.limit)" }
    return """
      title \(title), base \(baseURL ?? "-"), html \(rawHTML.rawValue), ratio \(ratio), port \(port?.number ?? 0)
      tags \(tags.items), limit \(feeds.limit), full \(feeds.fullContent), sections \(rows)
      menu \(menu.map { "\($0.name)\($0.links.map(\.name))" })
      """
  }
}
