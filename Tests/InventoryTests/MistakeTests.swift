import Diagnostics
import TestSupport
import Testing

@testable import Inventory

/// What an author is told, word for word.
@Suite("Mistakes in an inventory")
struct MistakeTests {
  @Test("are told where they stand, with what to do", arguments: Fixture.all(in: "mistakes"))
  func told(fixture: Fixture) throws {
    let source = Source(path: "inventory/a.yaml", bytes: Array(fixture.input.utf8))
    try fixture.expect(Declared.read([source]).report.told)
  }
}
