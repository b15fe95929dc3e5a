import Diagnostics
import Language
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

  private func file(_ name: String, _ yaml: String) -> Source {
    Source(path: "inventory/\(name).yaml", bytes: Array(yaml.utf8))
  }

  @Test("names both places of an id that comes twice, and the file of a block that may come once")
  func twice() {
    let (declared, report) = Declared.read([
      file("a", "inventory: {version: 1}\nhosts:\n  neo: {model: uno}\npublish: {}\n"),
      file("b", "inventory: {version: 1}\nhosts:\n  neo: {model: dos}\npublish: {}\n"),
    ])
    #expect(declared.hosts["neo"]?.model == "uno")
    #expect(
      report.told == """
        inventory/b.yaml:1:1: error: the block 'inventory' is given twice
           1 | inventory: {version: 1}
             | ^~~~~~~~~
        hint: the other one is in inventory/a.yaml: keep one
        inventory/b.yaml:3:3: error: 'host:neo' is declared twice
           3 |   neo: {model: dos}
             |   ^~~
        hint: the first one is at inventory/a.yaml:3:3
        inventory/b.yaml:4:1: error: the block 'publish' is given twice
           4 | publish: {}
             | ^~~~~~~
        hint: the other one is in inventory/a.yaml: keep one
        inventory/b.yaml:1:1: error: el bloque «inventory» está dos veces
           1 | inventory: {version: 1}
             | ^~~~~~~~~
        pista: el otro está en inventory/a.yaml: deja uno solo
        inventory/b.yaml:3:3: error: «host:neo» está declarado dos veces
           3 |   neo: {model: dos}
             |   ^~~
        pista: el primero está en inventory/a.yaml:3:3
        inventory/b.yaml:4:1: error: el bloque «publish» está dos veces
           4 | publish: {}
             | ^~~~~~~
        pista: el otro está en inventory/a.yaml: deja uno solo

        """)
  }

  @Test(
    "fills what a thing leaves out from the defaults of its kind, map by map, and an empty value stays empty")
  func defaults() {
    let (declared, report) = Declared.read([
      file(
        "a",
        """
        inventory:
          version: 1
          defaults: {hosts: {vendor: Dell, cpu: {arch: amd64, cores: 4}, watts: 15}}
        hosts:
          a: {cpu: {cores: 8}}
          b:
          c: {vendor: , cpu: unknown, watts: 20}
        """)
    ])
    #expect(report.told == "")
    #expect(declared.hosts.map(\.vendor) == ["Dell", "Dell", nil])
    #expect(declared.hosts.map(\.cpu?.cores) == [8, 4, nil])
    #expect(declared.hosts.map(\.cpu?.arch) == ["amd64", "amd64", nil])
    #expect(declared.hosts.map(\.watts?.milliwatts) == [15_000, 15_000, 20_000])
  }

  @Test("tells which sources site.yaml lacks")
  func sources() {
    let source = file("a", "inventory: {version: 1}\nclusters: {prod: {live: {source: k8s-prd}}}\n")
    let declared = Declared.read([source]).declared
    #expect(declared.unknownSources(among: ["k8s-prd"], in: [source]).isEmpty)
    func told(_ known: [String], _ tongue: Tongue) -> [String] {
      declared.unknownSources(among: known, in: [source]).sorted.flatMap { mistake in
        let sentence = mistake.finding.sentence(in: tongue)
        return [sentence.message, sentence.hint ?? ""]
      }
    }
    #expect(
      told(["k8s-prod"], .english) == [
        "'cluster:prod' is bound to the source 'k8s-prd', which site.yaml does not have",
        "did you mean 'k8s-prod'?",
      ])
    #expect(
      told(["pve"], .spanish) == [
        "«cluster:prod» está ligado a la fuente «k8s-prd», que no está en site.yaml", "fuentes: pve",
      ])
    #expect(told([], .english)[1] == "add it under inventory.sources")
    #expect(told([], .spanish)[1] == "añádela en inventory.sources")
  }
}
