import Diagnostics
import Foundation
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("Files and commands")
struct FileSourceTests {
  private let bench: SourceBench

  init() throws { bench = try SourceBench() }

  @Test("tell facts as JSON or YAML")
  func facts() throws {
    try bench.folder.write(#"{"nodes": {"cp-1": {"readiness": "ready"}}}"#, to: "f.json")
    try bench.folder.write("nodes:\n  cp-1: {readiness: ready}\n", to: "f.yaml")
    var expected = Observed()
    expected.nodes["cp-1"] = ObservedNode()
    expected.nodes["cp-1"]?.readiness = .ready
    for name in ["f.json", "f.yaml"] {
      #expect(try bench.answer("{id: f, type: file, path: \(name)}").facts == expected)
    }
  }

  @Test("tell members of Talos from the stream that talosctl prints, each once and without addresses")
  func members() throws {
    let member = { (name: String, type: String) in
      """
      {"node": "192.168.1.60", "metadata": {"namespace": "cluster", "type": "Members.cluster.talos.dev", "id": "\(name)"},
       "spec": {"nodeId": "aaaa", "addresses": ["192.168.1.60"], "hostname": "\(name)", "machineType": "\(type)",
       "operatingSystem": "Talos (v1.11.0)"}}

      """
    }
    let stream =
      member("talos-cp-1", "controlplane") + member("talos-w-1", "worker")
      + member("talos-cp-1", "controlplane")
    try bench.folder.write(stream, to: "members.json")
    let facts = try bench.answer("{id: t, type: file, path: members.json}").facts
    #expect(
      String(decoding: facts.node.json(isIndented: false), as: UTF8.self)
        == #"{"nodes":{"talos-cp-1":{"os_image":"Talos (v1.11.0)","roles":["control-plane"]},"talos-w-1":{"os_image":"Talos (v1.11.0)"}}}"#
        + "\n")
  }

  @Test("tell a fixed list of talhelper's fields, and nothing beside them")
  func talhelper() throws {
    let file = """
      clusterName: lab
      talosVersion: v1.11.0
      kubernetesVersion: v1.35.2
      endpoint: https://192.168.1.60:6443
      nodes:
        - {hostname: talos-cp-1, ipAddress: 192.168.1.60, controlPlane: true, installDisk: /dev/nvme0n1}
        - {hostname: talos-w-1, ipAddress: 192.168.1.61, controlPlane: false, wireguardKey: clave-secreta}
        - {hostname: "${NAME}", controlPlane: false}
      secrets: {token: clave-secreta}
      """
    try bench.folder.write(file, to: "talconfig.yaml")
    let facts = try bench.answer("{id: t, type: file, path: talconfig.yaml}").facts
    #expect(facts.cluster?.version == "v1.35.2")
    #expect(facts.nodes.keys.sorted() == ["talos-cp-1", "talos-w-1"])
    #expect(facts.nodes["talos-cp-1"]?.roles == ["control-plane"])
    let written = String(decoding: facts.node.json(), as: UTF8.self)
    for word in ["clave", "192.168", "nvme", "6443"] { #expect(!written.contains(word)) }
  }

  @Test(
    "are refused when they are absent, of another form or too large, without showing what is private in them")
  func refusals() throws {
    #expect(
      try bench.refusal("{id: f, type: file, path: none.json}") == """
        source-unreadable
        'none.json' can't be read (check its path and who may read it)
        no se puede leer «none.json» (revisa su ruta y quién puede leerlo)

        """)
    try bench.folder.write(
      #"{"nodes": {"a": {"adress": "192.168.1.1", "password": "abcdef"}}}"#, to: "f.json")
    let told = try bench.refusal("{id: f, type: file, path: f.json}")
    #expect(told.contains("nodes.a.adress"))
    try bench.folder.write(String(repeating: "[", count: 100_000), to: "deep.json")
    #expect(try bench.refusal("{id: f, type: file, path: deep.json}").hasPrefix("json-too-deep\n"))
    try bench.folder.write(String(repeating: " ", count: 2 << 20), to: "large.json")
    #expect(
      try bench.refusal("{id: f, type: file, path: large.json, limits: {size: 1 MiB}}").hasPrefix(
        "source-unreadable\n"))
  }

  @Test("run a command only when that is allowed, each word as it is")
  func commands() throws {
    let declaration = #"{id: c, type: command, argv: [printf, '%s', '{"nodes": {"$HOME": {}}}']}"#
    #expect(
      try bench.refusal(declaration) == """
        source-exec-not-allowed
        the command 'printf' was not run (allow commands with --allow-exec)
        no se ejecutó la orden «printf» (permite las órdenes con --allow-exec)

        """)
    #expect(try bench.answer(declaration, allowsExec: true).facts.nodes.keys.sorted() == ["$HOME"])
  }

  @Test(
    "end a command that hangs, writes without end, fails or is not there",
    arguments: [
      ("[sleep, '30']", "source-timeout"), ("[yes]", "source-too-large"),
      ("[no-such-command]", "source-command-absent"),
      ("[sh, -c, 'sleep 30 & wait']", "source-timeout"), ("[printf, rubbish]", "wrong-type"),
    ])
  func hostileCommands(argv: String, code: String) throws {
    let declaration = "{id: c, type: command, argv: \(argv), limits: {total: 1s, size: 1 MiB}}"
    #expect(
      try bench.refusal(declaration, allowsExec: true).split(separator: "\n").first.map(String.init) == code)
  }

  @Test("tell why a command failed, without the secrets in its complaint")
  func complaint() throws {
    let declaration =
      "{id: c, type: command, argv: [sh, -c, 'echo no route to 10.0.0.1 with $API_TOKEN >&2; exit 3']}"
    #expect(
      try bench.refusal(declaration, ["API_TOKEN": "clave-muy-secreta"], allowsExec: true) == """
        source-command-failed
        the command 'sh' failed with code 3: no route to ••• with ••• (run it by hand)
        la orden «sh» falló con el código 3: no route to ••• with ••• (ejecútala a mano)

        """)
  }
}
