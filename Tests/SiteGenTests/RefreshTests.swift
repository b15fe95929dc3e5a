import Foundation
import TestSupport
import Testing

/// Builds that ask the sources first.
@Suite("sitegen build --refresh")
struct RefreshTests {
  private let site: TemporaryFolder

  init() throws {
    site = try TemporaryFolder()
    try site.write(
      """
      title: Prueba
      inventory:
        sources: [{id: hechos, type: file, path: facts.json}, {id: orden, type: command, argv: [cat, facts.json]}]

      """, to: "site.yaml")
    try site.write("---\ntitle: Uno\n---\n\n{{< nodes >}}\n", to: "content/a.md")
    try site.write(
      """
      inventory: {version: 1}
      clusters: {lab: {live: {source: hechos}}}
      nodes: {cp-1: {cluster: "cluster:lab", role: worker}, cp-2: {cluster: "cluster:lab", role: control-plane}}

      """, to: "inventory/a.yaml")
    try write(version: "v1.33.4", nodes: 4)
  }

  private func write(version: String, nodes: Int) throws {
    let all = (1...nodes).map { "\"cp-\($0)\": {\"kubelet_version\": \"\(version)\"}" }.joined(
      separator: ", ")
    try site.write("{\"nodes\": {\(all)}}", to: "facts.json")
  }

  private func build(_ more: String..., at now: String = "2026-11-20T12:12:00Z") throws -> Program.Run {
    try Program.run(arguments: ["build", "--now", now] + more, in: site.url)
  }

  private func page() throws -> String {
    String(decoding: try site.read("public/a/index.html"), as: UTF8.self)
  }

  @Test("shows what the sources tell now, and tells what came of each")
  func fresh() throws {
    let run = try build("--refresh", "--allow-exec")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.hasPrefix(
        """
        hechos: 4 things, told for the first time
        orden: 4 things, told for the first time

        """), "\(run.errors)")
    #expect(try page().contains("v1.33.4"))
    try write(version: "v1.34.0", nodes: 4)
    _ = try build()
    #expect(try page().contains("v1.33.4"), "nobody was asked")
    _ = try build("--refresh", "--quiet")
    #expect(try page().contains("v1.34.0"))
  }

  @Test("goes on with the last good facts of a source that fails, and says so")
  func stale() throws {
    _ = try build("--refresh")
    try site.remove("facts.json")
    let run = try build("--refresh", "--lang", "es", at: "2026-11-21T09:00:00Z")
    #expect(run.status == 0)
    #expect(
      run.errors.contains("hechos: sin respuesta desde 2026-11-21T09:00:00Z, se conservan 4 cosas\n"),
      "\(run.errors)")
    #expect(run.errors.contains("site.yaml:3:18: aviso: no se puede leer «facts.json»"), "\(run.errors)")
    #expect(try page().contains("v1.33.4") && page().contains("sin respuesta</span> desde el"))
    let json = try JSONSerialization.jsonObject(
      with: Data(build("--refresh", "--format", "json").output.utf8))
    let sources = (json as? [String: Any])?["sources"] as? [[String: Any]]
    #expect(sources?.map { $0["state"] as? String } == ["kept", "kept"])
  }

  @Test("believes no source that tells far less, and builds with what it told before")
  func shrunk() throws {
    _ = try build("--refresh")
    try write(version: "v1.34.0", nodes: 1)
    let run = try build("--refresh")
    #expect(run.status == 0)
    #expect(run.errors.contains("hechos: tells far less, 4 things kept\n"), "\(run.errors)")
    #expect(
      run.errors.contains("warning: 'hechos' tells 1 things where it told 4; the earlier facts were kept"))
    #expect(try page().contains("v1.33.4"))
  }

  @Test(
    "ends with 3, and leaves the output as it was, when a source fails that must answer, or warnings count")
  func fatal() throws {
    _ = try build("--refresh", "--allow-exec")
    let before = try page()
    try site.remove("facts.json")
    try site.write("---\ntitle: Dos\n---\n", to: "content/a.md")
    #expect(try build("--refresh", "--strict").status == 3)
    try site.write(
      "inventory: {sources: [{id: hechos, type: file, path: facts.json, on_error: fail}]}\n", to: "site.yaml")
    #expect(try build("--refresh").status == 3)
    #expect(try page() == before)
    try site.write("inventory: {sources: [{id: hechos, type: file, pth: facts.json}]}\n", to: "site.yaml")
    #expect(try build("--refresh").status == 1)
    #expect(try page() == before)
  }

  @Test("needs sources, and no wish to stay offline")
  func words() throws {
    try site.write("title: Nada\n", to: "site.yaml")
    try site.remove("inventory")
    try site.write("---\ntitle: Uno\n---\n", to: "content/a.md")
    let none = try build("--refresh")
    #expect(none.status == 0)
    #expect(none.errors.hasPrefix("site.yaml declares no sources under 'inventory.sources'\n"))
    let both = try build("--refresh", "--offline")
    #expect(both.status == 2)
    #expect(both.errors.contains("'--offline'") && both.errors.contains("'--refresh'"), "\(both.errors)")
  }
}
