import Diagnostics
import Disk
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("Snapshots")
struct SnapshotTests {
  private let site: TemporaryFolder
  private let folder: SnapshotFolder
  private let now = Recordings.now

  init() throws {
    site = try TemporaryFolder()
    folder = SnapshotFolder(ofSite: Path(site.path))
  }

  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(rfc3339: text)) }

  private func snapshot(_ facts: Observed = ObservedTests.full, live: Bool = true) -> Snapshot {
    Snapshot(source: "k8s", facts: facts, fetchedAt: now, isLive: live)
  }

  private var text: String {
    get throws {
      String(decoding: try File.read(Path(site.path + "/inventory/live/k8s.json")), as: UTF8.self)
    }
  }

  @Test("come back as they were written, a silent source's too")
  func roundTrip() throws {
    try folder.write(snapshot(), on: day("2026-11-20"))
    #expect(folder.latest(of: "k8s").snapshot == snapshot(live: false))
    let stale = Snapshot(
      source: "k8s", facts: ObservedTests.full, fetchedAt: now, staleSince: now.adding(seconds: 60),
      lastError: "http-unreachable")
    try folder.write(stale, on: day("2026-11-20"))
    #expect(folder.latest(of: "k8s").snapshot == stale)
    let unknown = Snapshot(source: "k8s", facts: Observed(), fetchedAt: nil, staleSince: now, lastError: "x")
    try folder.write(unknown, on: day("2026-11-20"))
    #expect(folder.latest(of: "k8s").snapshot == unknown)
    #expect(folder.latest(of: "other").snapshot == nil)
  }

  @Test("have sorted keys, one time and a checksum")
  func form() throws {
    var facts = Observed()
    facts.nodes["cp-1"] = ObservedNode()
    facts.nodes["cp-1"]?.architecture = "amd64"
    try folder.write(snapshot(facts), on: day("2026-11-20"))
    #expect(
      try text == """
        {
          "checksum": "sha256:\(SnapshotFile.checksum(of: facts.node).dropFirst(7))",
          "facts": {
            "nodes": {
              "cp-1": {
                "architecture": "amd64"
              }
            }
          },
          "fetched_at": "2026-11-20T12:12:00Z",
          "schema": 1,
          "source": "k8s"
        }

        """)
  }

  @Test(
    "that are damaged, newer, changed by hand or another source's are told and not used",
    arguments: [
      (
        "", "the snapshot of 'k8s' is damaged; only what is declared is used",
        "la instantánea de «k8s» está dañada; se usa solo lo declarado"
      ),
      (
        "<<<<<<< HEAD\n{}", "the snapshot of 'k8s' is damaged; only what is declared is used",
        "la instantánea de «k8s» está dañada; se usa solo lo declarado"
      ),
      (
        "[]", "the snapshot of 'k8s' is damaged; only what is declared is used",
        "la instantánea de «k8s» está dañada; se usa solo lo declarado"
      ),
      (
        #"{"schema": 2, "facts": {}}"#,
        "the snapshot of 'k8s' has form 2, of a newer sitegen; only what is declared is used",
        "la instantánea de «k8s» tiene la forma 2, de un sitegen más nuevo; se usa solo lo declarado"
      ),
      (
        #"{"schema": 1, "facts": {}, "source": "x"}"#,
        "this is the snapshot of another source than 'k8s'; only what is declared is used",
        "esta instantánea no es de «k8s» sino de otra fuente; se usa solo lo declarado"
      ),
      (
        #"{"schema": 1, "facts": {"nodes": {}}, "source": "k8s", "checksum": "sha256:0"}"#,
        "the facts of 'k8s' are not those that were written; only what is declared is used",
        "los datos de «k8s» no son los que se escribieron; se usa solo lo declarado"
      ),
    ])
  func damaged(text: String, english: String, spanish: String) throws {
    try site.write(text, to: "inventory/live/k8s.json")
    let (snapshot, report) = folder.latest(of: "k8s")
    #expect(snapshot == nil)
    let told = report.sorted.map { $0.finding }
    #expect(told.map { $0.sentence(in: .english).message } == [english])
    #expect(told.map { $0.sentence(in: .spanish).message } == [spanish])
    #expect(!report.fails())
  }

  @Test("of a silent source are forgotten where the site says so, and kept where it does not")
  func forgotten() throws {
    let silent = Snapshot(
      source: "k8s", facts: ObservedTests.full, fetchedAt: now, staleSince: now, lastError: "http-unreachable"
    )
    try folder.write(silent, on: day("2026-11-20"))
    for (word, isKept) in [("stale", true), ("declared", false), ("fail", true)] {
      let source = Source(
        path: "site.yaml", bytes: Array("{id: k8s, type: file, path: x, on_error: \(word)}".utf8))
      let settings = try SourceSettings.decode(YAML.read(source), from: source).value
      let snapshot = try #require(folder.latest(of: [settings]).snapshots["k8s"])
      #expect(snapshot.facts == (isKept ? ObservedTests.full : Observed()))
      #expect(snapshot.staleSince == now)
    }
  }

  @Test("cut short at any byte never crash a reader")
  func cut() throws {
    let whole = SnapshotFile.encode(snapshot())
    for length in stride(from: 0, to: whole.count - 1, by: 97) {
      #expect(throws: SnapshotFinding.damaged(source: "k8s")) {
        try SnapshotFile.decode(Source(path: "k8s.json", bytes: Array(whole[..<length])), of: "k8s")
      }
    }
  }

  @Test("of earlier days tell how things were; days on which nothing changed need no file")
  func history() throws {
    var facts = ObservedTests.full
    try folder.write(snapshot(facts), on: day("2026-11-18"))
    try folder.write(snapshot(facts), on: day("2026-11-19"))
    facts.nodes["cp-1"]?.kubeletVersion = "v1.34.0"
    try folder.write(snapshot(facts), on: day("2026-11-20"))
    try folder.write(snapshot(Observed(), live: false), on: day("2026-11-21"))
    #expect(try folder.days(of: "k8s") == [day("2026-11-18"), day("2026-11-20")])
    let version = { (text: String) in
      try folder.snapshot(of: "k8s", asOf: day(text)).snapshot?.facts.nodes["cp-1"]?.kubeletVersion
    }
    #expect(try version("2026-11-17") == nil)
    #expect(try version("2026-11-19") == "v1.33.4+k3s1")
    #expect(try version("2026-12-24") == "v1.34.0")
  }
}

/// What is left of facts once they are looked through.
@Suite("Facts before they are kept")
struct ObservedRedactionTests {
  @Test("lose what looks private, with the whole thing where it is the name")
  func redacted() throws {
    var facts = Observed()
    facts.nodes["nas.lan"] = ObservedNode()
    facts.nodes["cp-1"] = ObservedNode()
    facts.nodes["cp-1"]?.osImage = "made by ana@correo.example"
    facts.nodes["cp-1"]?.roles = ["worker", "10.0.0.1"]
    facts.nodes["cp-1"]?.kubeletVersion = "v1.33.4+k3s1"
    facts.numbers["watts"] = ObservedNumber()
    facts.numbers["watts"]?.value = 10.5
    let (clean, withheld) = try facts.redacted(by: Redaction())
    #expect(
      String(decoding: clean.node.json(isIndented: false), as: UTF8.self)
        == #"{"nodes":{"cp-1":{"kubelet_version":"v1.33.4+k3s1","roles":["worker"]}},"numbers":{"watts":{"value":10.5}}}"#
        + "\n")
    #expect(withheld == ["nodes.cp-1.os_image", "nodes.cp-1.roles", "nodes.•••"])
    let (same, none) = try ObservedTests.full.redacted(by: Redaction())
    #expect(same == ObservedTests.full)
    #expect(none.isEmpty)
  }

  @Test("are missed only when more than half is gone, of all or of a group of some size")
  func shrinking() {
    func facts(_ nodes: Int, _ workloads: Int) -> Observed {
      var facts = Observed()
      for number in 0..<nodes { facts.nodes["n\(number)"] = ObservedNode() }
      for number in 0..<workloads { facts.workloads["w\(number)"] = ObservedWorkload() }
      return facts
    }
    #expect(facts(3, 60).hasShrunk(to: Observed()))
    #expect(facts(3, 60).hasShrunk(to: facts(3, 20)))
    #expect(facts(8, 60).hasShrunk(to: facts(3, 60)))
    #expect(!facts(3, 60).hasShrunk(to: facts(0, 60)))
    #expect(!facts(3, 60).hasShrunk(to: facts(2, 31)))
    #expect(!Observed().hasShrunk(to: facts(1, 1)))
  }
}
