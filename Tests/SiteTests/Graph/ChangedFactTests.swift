import Diagnostics
import Disk
import Foundation
import Language
import TestSupport
import Testing
import Workers

@testable import Inventory
@testable import Site

/// A site of two clusters, each with a source of its own, whose facts change one by one.
@Suite("Facts of the homelab that change")
struct ChangedFactTests {
  private static let start = Instant(seconds: 1_795_176_000)
  private static let day = Instant.secondsPerDay

  private let folder: OutputFolder

  init() throws {
    folder = try OutputFolder()
    let sources = "inventory:\n  sources:\n    - {id: uno, type: file, path: uno.yaml}\n"
    try folder.put(
      "site.yaml", "title: Casa\n\(sources)    - {id: dos, type: file, path: dos.yaml}\n")
    try folder.put(
      "inventory/homelab.yaml",
      """
      inventory: {version: 1, title: {es: Mi homelab}}
      clusters:
        gordito: {distribution: k3s, version: ">=1.33", live: {source: uno}}
        data: {distribution: k3s, version: "1.32", live: {source: dos}}
      nodes:
        gordito-cp: {cluster: "cluster:gordito", role: control-plane}
        data-cp: {cluster: "cluster:data", role: control-plane}
      apps:
        wiki: {cluster: "cluster:gordito", exposure: lan, description: Apuntes}

      """)
    try snapshot("uno", version: "v1.33.4", kernel: "6.1", at: Self.start)
    try snapshot("dos", version: "v1.32.8", kernel: "6.1", at: Self.start)
    let old = SnapshotFile.encode(
      Self.told("uno", version: "v1.33.1", kernel: "6.1", at: Self.start.adding(seconds: -90 * Self.day)))
    try folder.put("inventory/live/history/uno/2026-08-22.json", String(decoding: old, as: UTF8.self))
    for (path, text) in Self.pages { try folder.put("content/\(path)", text) }
    try folder.put("templates/propia.html", Self.template)
    // A file is believed to be unchanged only when it was settled at the last look.
    Thread.sleep(forTimeInterval: 0.08)
    _ = try build(at: Self.start.adding(seconds: 60))
  }

  /// Looks at the homelab in all ways that a template can.
  private static let template = """
    {{ site.inventory.hosts|length }} {{ site.inventory.clusters["gordito"].distribution }}
    {% for id, app in site.inventory.apps.items() if app is mapping %}{{ id }}: {{ app.description }}{% endfor %}
    {{ site.inventory.nodes|list|join }}{{ site.inventory.apps|dictsort|length }}
    {{ fact("cluster:data.version").text }} {{ site.inventory.clusters.data.freshness|tojson }}

    """

  private static let pages = [
    "blog/pasado.md": "---\ntitle: Pasado\ndate: 2026-09-01\n---\n{{< fact \"cluster:gordito.version\" >}}\n",
    "uno.md": "# Uno\n\n{{< fact \"cluster:gordito.version\" >}}\n",
    "dos.md": "# Dos\n\n{{< fact \"cluster:data.version\" >}}\n",
    "propia.md": "---\ntitle: Propia\ntemplate: propia.html\n---\nNada\n",
    "nucleos.md": "# Núcleos\n\n{{< nodes cluster=\"gordito\" columns=\"name,kernel\" >}}\n",
    "nada.md": "# Nada\n\nNada del homelab.\n",
  ]

  private static func told(_ source: String, version: String, kernel: String, at instant: Instant) -> Snapshot
  {
    var facts = Observed()
    var cluster = ObservedCluster()
    (cluster.distribution, cluster.version) = ("k3s", version)
    facts.cluster = cluster
    var node = ObservedNode()
    (node.kernelVersion, node.kubeletVersion) = (kernel, version)
    facts.nodes = [source == "uno" ? "gordito-cp" : "data-cp": node]
    return Snapshot(source: source, facts: facts, fetchedAt: instant)
  }

  private func snapshot(_ source: String, version: String, kernel: String, at instant: Instant) throws {
    let bytes = SnapshotFile.encode(Self.told(source, version: version, kernel: kernel, at: instant))
    try folder.put("inventory/live/\(source).json", String(decoding: bytes, as: UTF8.self))
  }

  private func build(
    at now: Instant, _ change: (inout SiteBuild.Request) -> Void = { _ in }
  ) throws -> SiteBuild.Outcome {
    var request = SiteBuild.Request(
      source: folder.sources, output: folder.output, workers: Workers(count: 2), now: now)
    change(&request)
    let outcome = try SiteBuild(request).run()
    #expect(!outcome.report.fails(), "\(outcome.report.told)")
    return outcome
  }

  /// The pages that are others after a build; just these were rendered, and all is as a build from nothing has it.
  private func changed(at now: Instant) throws -> [String] {
    let before = try folder.tree()
    let outcome = try build(at: now)
    let after = try folder.tree()
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    // The map of the site is put together anew at each build.
    #expect(outcome.rendered - 1 == changed.count, "\(changed)")
    _ = try build(at: now) { $0.fresh = true }
    #expect(try folder.tree() == after)
    return changed
  }

  @Test("have just the pages rendered that show them")
  func version() throws {
    try snapshot("uno", version: "v1.33.5", kernel: "6.1", at: Self.start)
    let pages = try changed(at: Self.start.adding(seconds: 60))
    #expect(
      pages == [
        "blog/pasado/index.html", "clusteres/deriva/index.html", "clusteres/gordito/index.html",
        "clusteres/index.html", "index.html",
        "inventory.json", "uno/index.html",
      ], "\(pages)")
  }

  @Test("that only tables show leave the home page alone")
  func kernel() throws {
    try snapshot("uno", version: "v1.33.4", kernel: "6.12", at: Self.start)
    let pages = try changed(at: Self.start.adding(seconds: 60))
    #expect(pages == ["inventory.json", "nucleos/index.html"], "\(pages)")
  }

  @Test("of which only the day is another have the pages rendered that tell the day")
  func again() throws {
    try snapshot("dos", version: "v1.32.8", kernel: "6.1", at: Self.start.adding(seconds: 30))
    let pages = try changed(at: Self.start.adding(seconds: 60))
    #expect(
      pages == [
        "clusteres/data/index.html", "inventory.json",
      ], "\(pages)")
  }

  @Test("in how old they are have the pages rendered that tell it")
  func thresholds() throws {
    let quarter = Self.start.adding(seconds: 15 * 60)
    #expect(try build(at: quarter).times.count == 1)
    let pages = try changed(at: quarter.adding(seconds: 1))
    #expect(pages.contains("index.html") && pages.contains("clusteres/gordito/index.html"))
    #expect(!pages.contains("nada/index.html") && !pages.contains("blog/pasado/index.html"))
    let week = Self.start.adding(seconds: 7 * Self.day)
    #expect(try build(at: week).times.count == 1)
    #expect(try changed(at: week.adding(seconds: 1)) == pages)
    #expect(try build(at: week.adding(seconds: 90 * Self.day)).times.count == 1)
  }

  @Test("because their author says so have the pages rendered that show them")
  func declared() throws {
    let path = folder.sources.appending("inventory/homelab.yaml")
    let text = String(decoding: try File.read(path), as: UTF8.self)
    try folder.put("inventory/homelab.yaml", text.replacing("Apuntes", with: "Notas"))
    let pages = try changed(at: Self.start.adding(seconds: 60))
    #expect(
      pages == [
        "clusteres/gordito/index.html", "clusteres/index.html", "inventory.json", "propia/index.html",
      ], "\(pages)")
  }

  @Test("are told by name where somebody asks why a page was rendered")
  func explained() throws {
    try snapshot("uno", version: "v1.33.5", kernel: "6.1", at: Self.start)
    func told(_ path: String) throws -> [String] {
      try build(at: Self.start.adding(seconds: 60)) { $0.explain = path }.explanation?.lines(in: .spanish)
        ?? []
    }
    #expect(
      try told("/uno/") == [
        "uno/index.html se genera:", "  cambió: {{< fact cluster:gordito.version >}}.fact.text",
      ])
    #expect(try told("/uno/") == ["uno/index.html se conserva: no cambió nada de lo que leyó"])
  }
}
