import Foundation
import TestSupport
import Testing

@testable import SiteGen

@Suite("sitegen inventory pull")
struct InventoryPullTests {
  private let site: TemporaryFolder

  init() throws {
    site = try TemporaryFolder()
    try site.write(
      """
      inventory:
        sources:
          - {id: hechos, type: file, path: facts.json}
          - {id: orden, type: command, argv: [cat, facts.json]}

      """, to: "site.yaml")
    try write(version: "v1.33.4", nodes: 4)
  }

  private func write(version: String, nodes: Int) throws {
    let all = (1...nodes).map { "\"cp-\($0)\": {\"kubelet_version\": \"\(version)\"}" }.joined(
      separator: ", ")
    try site.write("{\"nodes\": {\(all)}}", to: "facts.json")
  }

  private func pull(_ more: String...) throws -> Program.Run {
    try Program.run(
      arguments: ["inventory", "pull", "--now", "2026-11-20T12:12:00Z"] + more, in: URL(filePath: site.path))
  }

  @Test("tells what came of each source, and goes on without one that may not be asked")
  func first() throws {
    let run = try pull()
    #expect(
      run.output == """
        hechos: 4 things, told for the first time
        orden: no answer, nothing known yet

        """)
    #expect(run.errors.contains("warning: the command 'cat' was not run"))
    #expect(run.status == 0)
    #expect(
      FileManager.default.fileExists(atPath: site.path + "/inventory/live/history/hechos/2026-11-20.json"))
  }

  @Test("tells what changed, in Spanish and as JSON")
  func changes() throws {
    _ = try pull("--allow-exec")
    try write(version: "v1.34.0", nodes: 4)
    #expect(
      try pull("--allow-exec", "--lang", "es").output == """
        hechos: 4 cosas, 4 cambios
          nodes/cp-1 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-2 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-3 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-4 kubelet_version: v1.33.4 → v1.34.0
        orden: 4 cosas, 4 cambios
          nodes/cp-1 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-2 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-3 kubelet_version: v1.33.4 → v1.34.0
          nodes/cp-4 kubelet_version: v1.33.4 → v1.34.0

        """)
    let json = try pull("--allow-exec", "--format", "json").output
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(read?.map { $0["state"] as? String } == ["same", "same"])
  }

  @Test("ends with 1 when a source tells too little to be believed, until that is accepted")
  func shrinks() throws {
    _ = try pull()
    try write(version: "v1.33.4", nodes: 1)
    let run = try pull()
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("hechos: tells far less, 4 things kept\n"))
    #expect(try pull("--accept-shrink").output.hasPrefix("hechos: 1 thing, 3 changes\n"))
  }

  @Test("ends with 3 when a source that must answer does not, and with 1 when a declaration is wrong")
  func failures() throws {
    try site.write(
      "inventory: {sources: [{id: f, type: file, path: none, on_error: fail}]}\n", to: "site.yaml")
    #expect(try pull().status == 3)
    try site.write("inventory: {sources: [{id: f, type: file, pth: none}]}\n", to: "site.yaml")
    #expect(try pull().status == 1)
    try site.write("title: Nada\n", to: "site.yaml")
    let run = try pull()
    #expect(
      run
        == Program.Run(
          output: "", errors: "site.yaml declares no sources under 'inventory.sources'\n", status: 0))
  }
}
