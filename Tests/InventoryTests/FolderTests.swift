import Diagnostics
import Disk
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// The files of an inventory, and the snapshots beside them.
@Suite("The folder of an inventory")
struct FolderTests {
  /// A site with these files, gone afterwards.
  private func withSite<Value>(_ files: [String: String], _ body: (Path) throws -> Value) throws -> Value {
    let root = FileManager.default.temporaryDirectory.appending(path: "inventory-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(Path(root.path))
  }

  @Test("gives its own files, and those that a pattern includes, never what was pulled")
  func files() throws {
    let files = [
      "inventory/b.yaml": "inventory: {version: 1, include: ['m/**/*.yaml', 'live/*.yaml']}",
      "inventory/a.yml": "",
      "inventory/m/uno.yaml": "hosts: {uno: {}}", "inventory/m/n/dos.yaml": "hosts: {dos: {}}",
      "inventory/m/notes.md": "", "inventory/other/tres.yaml": "", "inventory/live/k8s.yaml": "",
      "inventory/x.json": "{}",
    ]
    let sources = try withSite(files) { InventoryFolder(of: $0).sources }
    #expect(
      sources.map(\.path) == [
        "inventory/a.yml", "inventory/b.yaml", "inventory/m/n/dos.yaml", "inventory/m/uno.yaml",
      ])
    #expect(Declared.read(sources).declared.hosts.count == 2)
  }

  @Test("may be missing")
  func none() throws {
    let folder = try withSite(["site.yaml": ""]) { InventoryFolder(of: $0) }
    #expect(folder.sources.isEmpty && folder.report.isEmpty)
    let (declared, report) = Declared.read(folder.sources)
    #expect(declared.records.isEmpty && report.isEmpty)
  }

  @Test("without snapshots makes a homelab that is declared only, whatever the sources")
  func load() throws {
    let homelab = try withSite([
      "inventory/a.yaml": "inventory: {version: 1}\nclusters: {c: {live: {source: k8s}}}"
    ]) {
      root in
      let declared = Declared.read(InventoryFolder(of: root).sources).declared
      return Homelab.load(declared, of: root, settings: .standIn, now: SampleObserved.now).homelab
    }
    #expect(homelab.freshness(of: EntityID(.cluster, "c")) == .declaredOnly)
    #expect(homelab.drift().differences.isEmpty)
  }

  @Test("is told which files it allows that the site does not have")
  func allowedFiles() throws {
    let yaml = """
      inventory: {version: 1}
      publish:
        allow:
          - {path: content/hay.md, reason: es de ejemplo}
          - {path: content/no-hay.md, reason: es de ejemplo}

      """
    let files = ["inventory/a.yaml": "hosts: {}\n", "inventory/b.yaml": yaml, "content/hay.md": "Hola\n"]
    let site = Source(path: "site.yaml", bytes: [])
    let inventory = try withSite(files) { SiteInventory(of: $0, settings: nil, in: site) }
    #expect(
      inventory.report.told(in: .spanish) == """
        inventory/b.yaml:5:7: error: publish.allow: el sitio no tiene el archivo «content/no-hay.md»
           5 |     - {path: content/no-hay.md, reason: es de ejemplo}
             |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        pista: escribe su ruta desde la raíz del sitio, como content/blog/hola.md

        """)
  }

  @Test("is read with the block of site.yaml about it, whose mistakes are told by their whole path")
  func settings() throws {
    let site = Source(
      path: "site.yaml", bytes: Array("inventory: {sources: [{id: k8s, type: kubernets}]}\n".utf8))
    let inventory = try withSite(["inventory/a.yaml": "inventory: {version: 1}\nclusters: {c: {}}"]) {
      SiteInventory(of: $0, settings: try YAML.read(site)["inventory"], in: site)
    }
    let told = inventory.settingsReport.told(in: .english)
    #expect(
      told.hasPrefix(
        "site.yaml:1:39: error: 'inventory.sources[0].type': 'kubernets' is not one of kubernetes, prometheus"
      ),
      "\(told)")
    #expect(inventory.declaredReport.isEmpty && inventory.declared.clusters.count == 1)
    #expect(!inventory.canBePulled)
  }

  @Test("must know the sources that things are bound to where there is a site.yaml")
  func sources() throws {
    let files = ["inventory/a.yaml": "inventory: {version: 1}\nclusters: {c: {live: {source: k9s}}}"]
    let site = Source(
      path: "site.yaml", bytes: Array("inventory: {sources: [{id: k8s, type: kubernetes}]}\n".utf8))
    try withSite(files) { root in
      let inventory = SiteInventory(of: root, settings: try YAML.read(site)["inventory"], in: site)
      #expect(inventory.report.sorted.map(\.finding.code) == ["inventory-live"])
      // Facts can be renewed all the same.
      #expect(inventory.canBePulled && inventory.settings.sources.map(\.id.value) == ["k8s"])
      #expect(SiteInventory(of: root, settings: nil, in: Source(path: "site.yaml", bytes: [])).report.isEmpty)
    }
  }

  @Test("keeps facts from being renewed only where what may be published cannot be understood")
  func publishing() throws {
    let site = Source(path: "site.yaml", bytes: [])
    for (text, canBePulled) in [
      ("publish: {allow: [{path: host:nas.serial, reason: known}]}", false),
      ("clusters: {c: {cni: 'component:none'}}", true),
    ] {
      let inventory = try withSite(["inventory/a.yaml": "inventory: {version: 1}\n\(text)"]) {
        SiteInventory(of: $0, settings: nil, in: site)
      }
      #expect(inventory.report.fails())
      #expect(inventory.canBePulled == canBePulled)
    }
  }
}
