import Diagnostics
import Nodes
import TestSupport
import Testing

@Suite("JSON")
struct JSONFixtureTests {
  @Test("reads, or tells what is wrong", arguments: Fixture.all(in: "json"))
  func fixture(_ fixture: Fixture) throws {
    let source = Source(path: "data.json", bytes: Array(fixture.input.utf8))
    do throws(Report) {
      let isStream = fixture.name.contains("stream")
      let values = try isStream ? JSON.readAll(source) : [JSON.read(source)]
      try? fixture.expect(values.map { $0.dump(of: source) }.joined(separator: "---\n"))
    } catch {
      try? fixture.expect(error.told)
    }
  }

  @Test("has its cases")
  func count() { #expect(Fixture.all(in: "json").count >= 40) }
}
