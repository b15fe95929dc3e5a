import Diagnostics
import TestSupport
import Testing

@testable import Inventory

/// What an inventory's files say, put together.
@Suite("A declared homelab")
struct DeclaredTests {
  @Test("is read without a mistake")
  func clean() {
    #expect(Declared.read(Sample.sources).report.told == "")
  }

  @Test("has the things of all files, with the defaults of their kind")
  func merged() {
    let declared = Sample.declared
    #expect(declared.hosts.map(\.id.id) == ["neo50q", "elitedesk", "nas", "bm1"])
    #expect(declared.clusters.count == 6)
    #expect(declared.hosts["nas"]?.site == Reference(text: "site:casa"))
    #expect(declared.repos["homelab"]?.owner == "Yo")
    #expect(declared.repos["fleet"]?.owner == "Equipo de ejemplo")
    #expect(declared.roadmap.map(\.id.id) == ["logging", "pg-backup", "image-automation"])
  }

  @Test("tells what is unknown from what is not said")
  func unknown() {
    let nas = Sample.declared.hosts["nas"]
    #expect(nas?.cpu == nil)
    #expect(nas?.facts.isUnknown("cpu") == true)
    #expect(nas?.facts["memory"] == nil)
    #expect(nas?.facts.isUnknown("memory") == false)
  }
}
