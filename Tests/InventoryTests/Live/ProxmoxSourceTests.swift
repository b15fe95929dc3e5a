import Diagnostics
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("Proxmox VE")
struct ProxmoxSourceTests {
  private let bench: SourceBench
  private let server: LocalServer

  init() throws {
    bench = try SourceBench()
    server = try SourceServers.started.get().server
    try bench.folder.write(bytes: server.certificates.read("authority.pem"), to: "ca.pem")
  }

  private func declaration(_ place: String = "proxmox") -> String {
    """
    {id: pve, type: proxmox, address: "\(server.url("good", place))", authority: ca.pem,
     token: {env: PVE}, limits: {total: 2s, size: 1 MiB}}

    """
  }

  private let token = ["PVE": "auditor@pve!sitegen=clave-de-prueba-0000"]

  @Test("tells machines and guests, with numbers however they are written")
  func facts() throws {
    let facts = try bench.answer(declaration(), token).facts
    var neo = ObservedHost()
    (neo.status, neo.version, neo.cpuModel) = ("online", "8.4.14", "13th Gen Intel Core i5-13420H")
    (neo.cores, neo.threads, neo.sockets) = (8, 12, 1)
    (neo.memory, neo.storage) = (33_363_017_728, 100_861_726_720)
    #expect(facts.hosts["neo"] == neo)
    #expect(facts.hosts["viejo"]?.status == "offline")
    #expect(facts.guests.keys.sorted() == ["gordito-cp", "gordito-cp-2", "talos"])
    var guest = ObservedGuest()
    (guest.kind, guest.status, guest.cpus, guest.host) = (.lxc, "running", 4, "neo")
    (guest.memory, guest.disk) = (8_589_934_592, 34_359_738_368)
    #expect(facts.guests["gordito-cp"] == guest)
    #expect(facts.guests["talos"]?.kind == .vm)
    #expect(facts.gaps.isEmpty)
    let written = String(decoding: facts.node.json(), as: UTF8.self)
    for word in ["201", "192.168", "AA:BB", "/mnt", "1234567", "home.arpa"] {
      #expect(!written.contains(word))
    }
  }

  @Test("is refused where the token may see nothing, and told so")
  func rights() throws {
    #expect(
      try bench.refusal(declaration("blind"), token) == """
        source-forbidden
        the credentials may not read this (give them the right to read)
        las credenciales no permiten leer esto (dales permiso de lectura)

        """)
    #expect(try bench.refusal(declaration(), ["PVE": "wrong-token"]).hasPrefix("source-unauthorized\n"))
    #expect(try bench.refusal(declaration()).hasPrefix("source-secret-absent\n"))
    #expect(try bench.refusal(declaration("html"), token).hasPrefix("source-not-an-answer\n"))
    #expect(try bench.refusal(declaration("huge"), token).hasPrefix("http-too-large\n"))
  }
}
