import Foundation
import TestSupport
import Testing

/// What was planted in the answers of real servers, on its whole way: from the servers over the snapshots into a site.
@Suite("Planted secrets, from the servers to the site", .serialized)
struct PlantedSecretTests {
  private let site: TemporaryFolder
  private static let clusters = Result { try RecordedAnswers.clusters() }
  private static let monitors = Result { try RecordedAnswers.monitors() }
  private static let secrets = [
    "PVE_TOKEN": "auditor@pve!sitegen=clave-de-prueba-0000", "K8S_TOKEN": "token-of-the-reader",
  ]

  init() throws {
    site = try TemporaryFolder()
    let (clusters, monitors) = (try Self.clusters.get(), try Self.monitors.get())
    try site.write(bytes: monitors.certificates.read("authority.pem"), to: "ca.pem")
    try site.write(bytes: clusters.certificates.read("authority.pem"), to: "k8s.pem")
    for name in ["10-machines.yaml", "20-clusters.yaml"] {
      let file = RecordedAnswers.fixtures.appending(path: "homelab/\(name)")
      try site.write(bytes: Array(Data(contentsOf: file)), to: "inventory/\(name)")
    }
    try site.write(Self.page, to: "content/homelab.md")
    try write(server: { clusters.url($0).dropLast() })
    try site.write(
      """
      title: Homelab
      inventory:
        sources:
          - {id: k8s-gordito, type: kubernetes, kubeconfig: gordito.kubeconfig}
          - {id: k8s-data, type: kubernetes, kubeconfig: data.kubeconfig}
          - {id: k8s-talos, type: kubernetes, kubeconfig: talos.kubeconfig}
          - {id: pve, type: proxmox, address: "\(monitors.url("good", "proxmox"))", authority: ca.pem,
             token: {env: PVE_TOKEN}}
          - {id: prom, type: prometheus, address: "\(monitors.url("good", "prometheus"))", authority: ca.pem,
             queries: {a: {query: homelab_power_watts}, b: {query: "sum(homelab_power_watts)"},
              c: {query: homelab_quota_bytes}, d: {query: node_uname_info},
              e: {query: "homelab_power_watts * on(job) homelab_cluster_nodes"}}}

      """, to: "site.yaml")
  }

  private func write(server: (String) -> Substring) throws {
    for name in ["gordito", "data", "talos"] {
      try site.write(
        """
        current-context: lab
        clusters: [{name: casa, cluster: {server: "\(server(name))", certificate-authority: k8s.pem}}]
        users: [{name: ana, user: {token: token-of-the-reader}}]
        contexts: [{name: lab, context: {cluster: casa, user: ana}}]

        """, to: "\(name).kubeconfig")
    }
  }

  private static let page = """
    ---
    title: El homelab
    ---

    {{< clusters >}}
    {{< nodes >}}
    {{< hosts >}}
    {{< apps >}}
    {{< components >}}
    {{< topology >}}
    {{< drift >}}

    """

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(
      arguments: arguments + ["--now", "2026-11-20T12:12:00Z"],
      environment: Self.secrets.merging(["HOME": site.path]) { $1 }, in: site.url)
  }

  /// All that was written: messages, and every file but those that were there.
  private func check(_ runs: [Program.Run], sourceLocation: SourceLocation = #_sourceLocation) throws {
    var told = runs.map { Data(($0.output + $0.errors).utf8) }
    for folder in ["inventory/live", "public", ".sitegen"] {
      let files = FileManager.default.enumerator(
        at: site.url.appending(path: folder), includingPropertiesForKeys: nil)
      for case let url as URL in files ?? .init() where !url.hasDirectoryPath {
        told.append(try Data(contentsOf: url))
      }
    }
    #expect(told.count > 12, sourceLocation: sourceLocation)
    for bytes in told {
      #expect(RecordedAnswers.planted(in: bytes) == [], sourceLocation: sourceLocation)
      for secret in Self.secrets.values {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, sourceLocation: sourceLocation)
      }
    }
  }

  @Test("stay inside, whatever is asked for and in whichever form")
  func whole() throws {
    var runs = [try run("inventory", "pull", "--verbose")]
    #expect(runs[0].status == 0, "\(runs[0].errors)")
    #expect(runs[0].output.contains("k8s-gordito: 58 things, told for the first time"), "\(runs[0].output)")
    let build = try run("build", "--refresh", "--verbose")
    #expect(build.status == 0, "\(build.errors)")
    let text = String(decoding: try site.read("public/homelab/index.html"), as: UTF8.self)
    #expect(text.contains("v1.33.4+k3s1"))
    runs.append(build)
    for format in ["json", "github"] {
      runs.append(try run("inventory", "pull", "--verbose", "--format", format))
      runs.append(try run("build", "--refresh", "--verbose", "--format", format))
      runs.append(try run("inventory", "diff", "--verbose", "--format", format))
    }
    runs.append(try run("inventory", "diff", "--verbose", "--lang", "es"))
    for form in ["table", "json", "yaml"] { runs.append(try run("inventory", "show", "--as", form)) }
    try check(runs)
  }

  @Test(
    "stay inside when the servers fail: the build keeps the last good facts, and says so in one line and on the page",
    arguments: ["broken", "one-kind-500", "gone"])
  func failing(scenario: String) throws {
    _ = try run("inventory", "pull")
    let clusters = try Self.clusters.get()
    try write(server: { "\(clusters.url($0))with/\(scenario)/\(UUID().uuidString)"[...] })
    var runs: [Program.Run] = []
    for format in ["human", "json", "github"] {
      runs.append(try run("build", "--refresh", "--verbose", "--format", format))
    }
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs)")
    if !scenario.hasPrefix("one-kind") {
      #expect(runs[0].errors.contains("k8s-gordito: no answer since 2026-11-20T12:12:00Z, 58 things kept"))
      let text = String(decoding: try site.read("public/homelab/index.html"), as: UTF8.self)
      #expect(text.contains("sin respuesta</span> desde el"))
      #expect(text.contains("v1.33.4+k3s1"))
    }
    try check(runs)
  }
}
