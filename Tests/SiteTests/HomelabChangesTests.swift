import Diagnostics
import Disk
import Language
import TestSupport
import Testing
import Workers

@testable import Inventory
@testable import Site

/// A site whose cluster was looked at twice: the day before its first post, and the day before the build.
@Suite("Facts that have changed since a post told them")
struct HomelabChangesTests {
  private let tree: [String: String]

  init() throws {
    let folder = try OutputFolder()
    try folder.put("site.yaml", "inventory: {sources: [{id: k8s, type: file, path: facts.yaml}]}\n")
    try folder.put(
      "inventory/homelab.yaml",
      """
      inventory: {version: 1, title: {es: Mi homelab}}
      clusters:
        gordito: {distribution: k3s, version: ">=1.33", networking: {podCIDR: 10.42.0.0/16}, live: {source: k8s}}
      publish:
        addresses: show
        allow:
          - {path: "cluster:gordito.networking.podCIDR", reason: es la red de los ejemplos}

      """)
    let then = try #require(Instant(rfc3339: "2026-02-09T10:00:00Z"))
    let now = try #require(Instant(rfc3339: "2026-11-20T10:00:00Z"))
    try folder.put("inventory/live/history/k8s/2026-02-09.json", Self.snapshot("v1.33.4+k3s1", at: then))
    try folder.put("inventory/live/k8s.json", Self.snapshot("v1.34.1+k3s1", at: now))
    let text = "Corre la {{< fact \"cluster:gordito.version\" >}} desde ayer.\n\n{{< clusters >}}\n"
    try folder.put("content/blog/antes.md", "---\ntitle: Antes\ndate: 2026-02-10\n---\n\(text)")
    try folder.put("content/blog/hoy.md", "---\ntitle: Hoy\ndate: 2026-11-20\n---\n\(text)")
    try folder.put(
      "content/blog/siempre.md",
      "---\ntitle: Siempre\ndate: 2026-02-10\n---\n{{< fact \"cluster:gordito.version\" as_of=\"build\" >}}\n"
    )
    try folder.put(
      "content/red.md", "---\ntitle: Red\n---\n{{< clusters columns=\"name,networking.podCIDR\" >}}\n")
    let outcome = try SiteBuild(
      SiteBuild.Request(
        source: folder.sources, output: folder.output, workers: Workers(count: 2),
        now: now.adding(seconds: Instant.secondsPerDay))
    ).run()
    #expect(outcome.report.told == "")
    tree = try folder.tree()
  }

  private static func snapshot(_ version: String, at instant: Instant) -> String {
    var facts = Observed()
    var cluster = ObservedCluster()
    (cluster.distribution, cluster.version) = ("k3s", version)
    facts.cluster = cluster
    let bytes = SnapshotFile.encode(Snapshot(source: "k8s", facts: facts, fetchedAt: instant))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func page(_ path: String) throws -> String { try #require(tree["\(path)/index.html"]) }

  @Test("are told in a note, each with both days")
  func note() throws {
    let old = try page("blog/antes")
    #expect(
      old.contains("Corre la <span class=\"fact\" title=\"instantánea del 9 feb 2026\">v1.33.4+k3s1</span>"))
    #expect(old.contains("<summary>Desde que se escribió ha cambiado 1 dato</summary>"))
    #expect(
      old.contains(
        """
        <tr><th scope="row"><a href="/clusteres/gordito/">gordito</a> · Versión</th>\
        <td>v1.33.4+k3s1 <small><time class="age" datetime="2026-02-09T10:00:00Z">9 feb 2026</time></small></td>\
        <td>v1.34.1+k3s1 <small><time class="age" datetime="2026-11-20T10:00:00Z">20 nov 2026</time></small></td></tr>
        """))
  }

  @Test("leave a post alone whose facts still hold, or which always tells the latest")
  func noNote() throws {
    #expect(!(try page("blog/hoy").contains("class=\"changed\"")))
    #expect(!(try page("blog/siempre").contains("class=\"changed\"")))
    #expect(try page("blog/siempre").contains("v1.34.1+k3s1"))
  }

  @Test("stand in the description of the page too")
  func description() throws {
    #expect(
      try page("blog/antes").contains(
        "<meta name=\"description\" content=\"Corre la v1.33.4+k3s1 desde ayer.\">"))
  }

  @Test("come with a badge for each cluster, and with the verdict for programs")
  func badges() throws {
    let cluster = try page("clusteres/gordito")
    #expect(cluster.contains("<span class=\"badge recent\">reciente</span>"))
    #expect(cluster.contains("<span class=\"badge clean\">según lo declarado</span>"))
    #expect(try page("clusteres").contains("<span class=\"badge clean\">según lo declarado</span>"))
    let data = try #require(tree["inventory.json"])
    #expect(data.contains("\"verdict\": \"clean\""))
    #expect(data.contains("\"agreements\": "))
  }

  @Test("may be private ones that are allowed by their own path, in a table too")
  func allowed() throws {
    #expect(try page("red").contains("10.42.0.0/16"))
  }
}
