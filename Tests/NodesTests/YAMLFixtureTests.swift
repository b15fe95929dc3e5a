import Diagnostics
import Nodes
import TestSupport
import Testing

@Suite("YAML")
struct YAMLFixtureTests {
  @Test("reads, or tells what is wrong", arguments: Fixture.all(in: "yaml"))
  func fixture(_ fixture: Fixture) throws {
    let source = Source(path: "site.yaml", bytes: Array(fixture.input.utf8))
    do throws(Report) {
      let documents = try fixture.name.hasPrefix("many_") ? YAML.readAll(source) : [YAML.read(source)]
      try? fixture.expect(documents.map { $0.dump(of: source) }.joined(separator: "---\n"))
    } catch {
      try? fixture.expect(error.told)
    }
  }

  @Test("has its cases")
  func count() {
    #expect(Fixture.all(in: "yaml").count >= 60)
    #expect(Fixture.all(in: "yaml").filter { $0.name.hasPrefix("err_") }.count >= 30)
  }
}
