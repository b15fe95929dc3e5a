import Diagnostics
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// Facts by their paths: what wins, what is private, what was known when.
@Suite("Facts of a homelab")
struct HomelabTests {
  private let homelab = SampleObserved.homelab()

  private func text(_ path: String, of homelab: Homelab? = nil) throws -> String {
    let homelab = homelab ?? self.homelab
    let fact = try homelab.fact(path)
    let wording = Wording(of: homelab, in: .spanish)
    return "\(wording.text(fact.value, of: path)) | \(fact.provenance.text) | \(fact.freshness.name)"
  }

  @Test(
    "come from where they are known best",
    arguments: [
      ("cluster:talos-ha.version", "v1.36.2 | snapshot@2026-11-20T12:00:00Z | recent"),
      ("cluster:talos-ha.status", "activo | snapshot@2026-11-20T12:00:00Z | recent"),
      ("cluster:talos-ha.purpose", "Clúster inmutable de alta disponibilidad | declared | declared"),
      ("cluster:talos-ha.distribution", "Kubernetes | declared | declared"),
      ("cluster:talos-ha.availability", "alta | derived | declared"),
      ("cluster:gordito.nodes", "2 | snapshot@2026-11-20T12:00:00Z | recent"),
      ("cluster:data.version", "— | declared | declared"),
      ("host:neo50q.memory.size", "31,1\u{A0}GiB | snapshot@2026-11-20T12:00:00Z | recent"),
      ("host:neo50q.cpu.model", "Intel Core i5-13420H | declared | declared"),
      ("host:nas.cpu", "N/A | declared | declared"), ("host:nas.cpu.model", "N/A | declared | declared"),
      ("host:nas.memory", "— | declared | declared"),
      ("host:bm1.name", "Nodos físicos | declared | declared"),
      ("host:nas.storage.0.size", "4\u{A0}TB | declared | declared"),
      ("node:talos-cp.version", "v1.35.0 | snapshot@2026-11-20T12:00:00Z | recent"),
      ("app:linkding.status", "caído | snapshot@2026-11-20T12:00:00Z | recent"),
      ("app:jellyfin.exposure", "pública | declared | declared"),
      ("component:kube-prometheus-stack.version", "75.15.1 | snapshot@2026-11-20T12:00:00Z | recent"),
      ("guest:gordito-w1.passthrough", "Intel HD Graphics 530 (elitedesk) | declared | declared"),
      ("site:casa.machines", "6 | derived | declared"),
    ])
  func facts(path: String, expected: String) throws {
    #expect(try text(path) == expected)
  }

  @Test(
    "that cannot be shown are told with what to do",
    arguments: [
      (
        "cluster:gordito.verison", "'cluster:gordito' has no field 'verison'", "did you mean 'version'?",
        "«cluster:gordito» no tiene el campo «verison»", "¿querías decir «version»?"
      ),
      (
        "cluster:gorditoo.version", "the inventory has no 'cluster:gorditoo'",
        "did you mean 'cluster:gordito'?",
        "el inventario no tiene «cluster:gorditoo»", "¿querías decir «cluster:gordito»?"
      ),
      (
        "host:zzzzzzzzzz.model", "the inventory has no 'host:zzzzzzzzzz'",
        "'sitegen inventory show' lists what there is",
        "el inventario no tiene «host:zzzzzzzzzz»", "«sitegen inventory show» enumera lo que hay"
      ),
      (
        "gordito", "'gordito' is no path of a fact", "write KIND:ID.FIELD, such as cluster:prod.version",
        "«gordito» no es la ruta de un dato", "escribe TIPO:ID.CAMPO, como cluster:prod.version"
      ),
      (
        "cluster:gordito", "'cluster:gordito' is no path of a fact",
        "did you mean 'cluster:gordito.version'?",
        "«cluster:gordito» no es la ruta de un dato", "¿querías decir «cluster:gordito.version»?"
      ),
      (
        "host:neo50q.serial", "'host:neo50q.serial' is private",
        "name it in publish.allow with a reason, or leave it out",
        "«host:neo50q.serial» es privado", "nómbralo en publish.allow con un motivo, o no lo pongas"
      ),
    ])
  func refusals(path: String, english: String, hint: String, spanish: String, pista: String) {
    let finding = #expect(throws: FactFinding.self) { try homelab.fact(path) }
    #expect(finding?.sentence(in: .english) == Sentence(english, hint: hint))
    #expect(finding?.sentence(in: .spanish) == Sentence(spanish, hint: pista))
  }

  @Test(
    "that are asked for in the wrong way are told in both languages",
    arguments: [
      (
        FactFinding.noColumn("colour", .app, nearest: nil, known: ["name", "url"]),
        "'apps' have no column 'colour'",
        "there is name and url", "«apps» no tiene la columna «colour»", "hay name y url"
      ),
      (
        .noWord("x", field: "exposure", nearest: nil, known: ["lan", "vpn"]), "'exposure' is never 'x'",
        "it is lan or vpn", "«exposure» nunca es «x»", "es lan o vpn"
      ),
      (
        .noView("x", nearest: nil, known: ["apps"]), "there is no view 'x'", "there is apps",
        "no existe la vista «x»",
        "hay apps"
      ),
      (
        .hiddenEntity(EntityID(.host, "a")), "'host:a' is private",
        "its visibility says so: make it public, or leave it out", "«host:a» es privado",
        "lo dice su visibility: hazlo público o no lo pongas"
      ),
    ])
  func words(finding: FactFinding, english: String, hint: String, spanish: String, pista: String) {
    #expect(finding.sentence(in: .english) == Sentence(english, hint: hint))
    #expect(finding.sentence(in: .spanish) == Sentence(spanish, hint: pista))
  }

  private static let secretive = """
    hosts:
      nas: {serial: ABC123, vendor: ACME, nics: [{mac: "aa:bb:cc:00:11:22", speed: 1 Gbit/s}]}
      hidden: {visibility: private, model: Secreto}
      free: {x-rack: estante-7, live: {source: fuente-interna}, roles: [hypervisor]}
    guests:
      tapado: {kind: vm, runsOn: "host:free", visibility: private}
    networks:
      lan: {cidr: 192.168.50.0/24, vlan: 30, members: ["host:hidden", "host:nas"]}
      v6: {cidr: "fd00:1234:5678::/48"}
    """

  private func homelab(publish: String) -> Homelab {
    let declared = Sample.read(Self.secretive + "\npublish: \(publish)\n").declared
    return Homelab(declared: declared, snapshots: [], now: SampleObserved.now)
  }

  @Test("that are private stay out of everything that is published")
  func privacy() throws {
    let homelab = homelab(publish: "{}")
    let text = String(
      decoding: homelab.node(wording: Wording(of: homelab, in: .spanish)).json(), as: UTF8.self)
    for secret in [
      "ABC123", "aa:bb", "192.168", "Secreto", "hidden", "fd00", "30", "estante", "fuente-interna", "tapado",
    ] {
      #expect(!text.contains(secret), "\(secret) got out")
    }
    #expect(text.contains("ACME") && text.contains("1\u{A0}Gbit/s"))
    #expect(try homelab.fact("host:free.guests").value == .list([]))
    #expect(throws: FactFinding.hiddenEntity(EntityID(.host, "hidden"))) {
      try homelab.fact("host:hidden.model")
    }
  }

  @Test("that are allowed come out as the policy says, and what is denied never")
  func allowance() throws {
    let allow =
      "allow: ['host:nas.serial', 'network:lan.cidr', 'network:v6.cidr', 'host:nas.nics.0.mac', 'network:lan.vlan']"
    func value(_ path: String, _ policy: String) throws -> FactValue? {
      try homelab(publish: "{\(allow)\(policy)}").fact(path).value
    }
    #expect(try value("host:nas.serial", "") == .text("ABC123"))
    #expect(try value("network:lan.vlan", "") == .integer(30))
    #expect(throws: FactFinding.self) { try value("network:lan.cidr", "") }
    #expect(try value("network:lan.cidr", ", addresses: mask") == .text("192.168.x.x/24"))
    #expect(try value("network:v6.cidr", ", addresses: mask") == .text("fd00:1234:x"))
    #expect(try value("host:nas.nics.0.mac", ", addresses: mask") == .text("aa:bb:cc:x:x:x"))
    #expect(try value("network:lan.cidr", ", addresses: show") == .text("192.168.50.0/24"))
    #expect(throws: FactFinding.self) { try value("host:nas.serial", ", deny: ['*.serial']") }
    #expect(throws: FactFinding.self) { try value("host:nas.vendor", ", deny: ['host:nas*']") }
  }

  @Test("are those of a day for a page of that day")
  func asOf() throws {
    var before = SampleObserved.gordito
    before.cluster?.version = "v1.31.2"
    let then = SampleObserved.fetched.adding(seconds: -300 * 86_400)
    let homelab = Homelab(
      declared: Sample.declared,
      snapshots: [
        SampleObserved.snapshot(
          "k8s-gordito", SampleObserved.gordito, staleSince: SampleObserved.fetched.adding(seconds: 3600))
      ],
      history: [SampleObserved.snapshot("k8s-gordito", before, at: then)], now: SampleObserved.now)
    let path = "cluster:gordito.version"
    #expect(try text(path, of: homelab) == "v1.33.4+k3s1 | snapshot@2026-11-20T12:00:00Z | no-answer")
    #expect(
      try text(path, of: homelab.asOf(then.adding(seconds: 60)))
        == "v1.31.2 | snapshot@2026-01-24T12:00:00Z | live")
    #expect(
      try text(path, of: homelab.asOf(SampleObserved.fetched.adding(seconds: -86_400)))
        == "v1.31.2 | snapshot@2026-01-24T12:00:00Z | expired")
    #expect(
      try text(path, of: homelab.asOf(SampleObserved.fetched))
        == "v1.33.4+k3s1 | snapshot@2026-11-20T12:00:00Z | live")
    #expect(try text(path, of: homelab.asOf(then.adding(seconds: -1))) == "— | declared | declared")
  }
}
