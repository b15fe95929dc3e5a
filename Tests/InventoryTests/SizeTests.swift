import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import Inventory

/// Large inventories, and ones made to be slow.
@Suite("Size")
struct SizeTests {
  /// Fifty clusters with their nodes on guests on hosts, and applications.
  static func large(hosts: Int, appsPerHost: Int) -> [Source] {
    var yaml = "inventory: {version: 1}\nplatforms: {pve: {kind: hypervisor}}\n"
    func block(_ name: String, _ lines: some Sequence<String>) {
      yaml += "\(name):\n" + lines.map { "  \($0)\n" }.joined()
    }
    block(
      "clusters", (0..<50).map { "c\($0): {distribution: k3s, version: '>=1.33', gitops: 'component:flux'}" })
    block("components", ["flux: {category: gitops, runsOn: ['cluster:c0', 'cluster:c1']}"])
    block("hosts", (0..<hosts).map { "h\($0): {platform: 'platform:pve', memory: 32 GiB, cpu: {cores: 8}}" })
    block("guests", (0..<hosts).map { "g\($0): {kind: lxc, runsOn: 'host:h\($0)', memory: 8 GiB}" })
    block(
      "nodes",
      (0..<hosts).map {
        "n\($0): {cluster: 'cluster:c\($0 % 50)', role: \($0 < 50 ? "control-plane" : "worker"), runsOn: 'guest:g\($0)'}"
      })
    block(
      "apps",
      (0..<hosts * appsPerHost).map {
        "a\($0): {cluster: 'cluster:c\($0 % 50)', exposure: lan, dependsOn: 'app:a\($0 / 2)'}"
      })
    return [Source(path: "inventory/all.yaml", bytes: Array(yaml.utf8))]
  }

  @Test("ten thousand things are read and checked", .timeLimit(.minutes(1)))
  func tenThousand() {
    let (declared, report) = Declared.read(Self.large(hosts: 1000, appsPerHost: 7))
    #expect(declared.records.count == 10_052)
    // The first application depends on itself.
    #expect(report.count(of: .error) == 0)
    #expect(report.count(of: .warning) == 1)
  }

  @Test(
    "a thousand references to nothing are told soon, the first hundred with what is near",
    .timeLimit(.minutes(1)))
  func manyMistakes() {
    let apps = (0..<1000).map { "  a\($0): {cluster: 'cluster:prodd'}\n" }.joined()
    let (_, report) = Sample.read("clusters: {prod: {}}\napps:\n\(apps)")
    #expect(report.count(of: .error) == 1000)
    #expect(report.told(in: .english).components(separatedBy: "did you mean").count == 101)
  }

  @Test("a long circle is told once, without a deep recursion", .timeLimit(.minutes(1)))
  func longCircle() {
    let guests = (0..<5000).map { "  g\($0): {kind: vm, runsOn: 'guest:g\(($0 + 1) % 5000)'}\n" }.joined()
    let (declared, report) = Sample.read("guests:\n\(guests)")
    #expect(report.count(of: .error) == 1)
    #expect(declared.relations.chain(of: EntityID(.guest, "g7")).count <= 16)
  }

  @Test("aliases within aliases are refused, not unfolded", .timeLimit(.minutes(1)))
  func aliases() {
    var yaml = "x-a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "x-a\(level): &a\(level) [\(inner)]\n"
    }
    let (_, report) = Sample.read(yaml)
    #expect(report.fails())
  }
}
