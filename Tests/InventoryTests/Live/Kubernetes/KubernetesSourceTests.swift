import Bytes
import Diagnostics
import Disk
import Foundation
import HTTP
import Language
import Nodes
import TestSupport
import Testing

@testable import Inventory

@Suite("a cluster as a source")
struct KubernetesSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func source(_ declaration: String) throws -> KubernetesSource {
    let source = Source(path: "site.yaml", bytes: Array(declaration.utf8))
    let settings = try SourceSettings.decode(YAML.read(source), from: source).value
    return KubernetesSource(settings, at: SourcePlace(settings.id.range, in: source))
  }

  private func write(scenario: String? = nil, user: String = "token: token-of-the-reader") throws {
    let server = try RecordedClusters.started.get().server
    let path = scenario.map { "/with/\($0)/source" } ?? ""
    try folder.write(
      """
      current-context: none
      clusters:
      - name: casa
        cluster:
          server: \(server.url("gordito").dropLast())\(path)
          certificate-authority-data: \(try server.certificates.read("authority.pem").base64)
      users: [{name: ana, user: {\(user)}}]
      contexts: [{name: lab, context: {cluster: casa, user: ana}}]

      """, to: "config/kubeconfig")
  }

  private func pull(allowsExec: Bool = false, environment: [String: String] = [:]) -> PullContext {
    PullContext(
      root: Path(folder.path), environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 },
      now: Recordings.now, allowsExec: allowsExec)
  }

  private func refusal(of source: KubernetesSource, in pull: PullContext) -> SourceRefusal? {
    do throws(SourceRefusal) {
      _ = try source.fetch(in: pull)
      return nil
    } catch {
      return error
    }
  }

  private static let declaration =
    "{id: k8s, type: kubernetes, kubeconfig: config/kubeconfig, context: lab}\n"

  @Test("tells the facts, by the kubeconfig that the site names")
  func facts() throws {
    try write()
    let answer = try source(Self.declaration).fetch(in: pull())
    #expect(try answer.facts == Asking.reader().read(now: Recordings.now))
    #expect(answer.remarks.isEmpty)
  }

  @Test("remarks on what it could not read, at its line of site.yaml")
  func remarks() throws {
    try write(scenario: "one-kind-forbidden")
    let answer = try source(Self.declaration).fetch(in: pull())
    #expect(
      answer.remarks.told(in: .english) == """
        site.yaml:1:6: warning: no permission to list deployments
           1 | {id: k8s, type: kubernetes, kubeconfig: config/kubeconfig, context: lab}
             |      ^~~
        hint: docs/kubernetes/reader.yaml lists what the account needs

        """)
  }

  @Test("refuses with a code for the snapshot and words for a person, none of them private")
  func refusals() throws {
    let source = try source(Self.declaration)
    try write(user: "token: planted-token")
    let unauthorized = try #require(refusal(of: source, in: pull()))
    #expect(unauthorized.code == "kubernetes-unauthorized")
    #expect(
      unauthorized.report.told(in: .english) == """
        site.yaml:1:6: error: the API server does not know these credentials (401)
           1 | {id: k8s, type: kubernetes, kubeconfig: config/kubeconfig, context: lab}
             |      ^~~
        hint: a token may have expired; get a new one

        """)
    try write(scenario: "broken")
    let broken = try #require(refusal(of: source, in: pull()))
    #expect(broken.code == "kubernetes-status")
    #expect(try RecordedClusters.started.get().planted(in: broken.report.told) == [])
    try write(user: "auth-provider: {name: gcp}")
    #expect(refusal(of: source, in: pull())?.code == "kubeconfig-auth-provider")
  }

  @Test("runs a plugin of the user's own kubeconfig, and one that the site names only when allowed")
  func plugins() throws {
    try write(
      user: """
        exec: {apiVersion: client.authentication.k8s.io/v1, command: echo, args: ['{"kind": "ExecCredential",
          "apiVersion": "client.authentication.k8s.io/v1", "status": {"token": "token-of-the-reader"}}']}
        """)
    let named = try source(Self.declaration)
    #expect(refusal(of: named, in: pull())?.code == "kubeconfig-exec-refused")
    #expect(refusal(of: named, in: pull(allowsExec: true)) == nil)
    let own = try source("{id: k8s, type: kubernetes, context: lab}\n")
    let environment = ["KUBECONFIG": "\(folder.path)/config/kubeconfig"]
    #expect(refusal(of: own, in: pull(environment: environment)) == nil)
  }

  @Test("may be asked without proof of who it is only when the site says so")
  func insecure() throws {
    try write()
    let text = try #require(
      String(bytes: File.read(Path("\(folder.path)/config/kubeconfig")), encoding: .utf8))
    let insecure = text.split(separator: "\n").map { line in
      line.contains("certificate-authority-data") ? "    insecure-skip-tls-verify: true" : String(line)
    }
    try folder.write(insecure.joined(separator: "\n"), to: "config/kubeconfig")
    #expect(refusal(of: try source(Self.declaration), in: pull())?.code == "kubeconfig-insecure")
    let allowed = Self.declaration.replacing("context: lab", with: "context: lab, insecure: true")
    #expect(refusal(of: try source(allowed), in: pull()) == nil)
  }

  @Test("is left when the time for all sources is over, or all is cancelled")
  func deadline() throws {
    try write(scenario: "hung")
    let late = PullContext(
      root: Path(folder.path), environment: [:], now: Recordings.now, allowsExec: false, deadline: .now)
    #expect(refusal(of: try source(Self.declaration), in: late)?.code == "http-deadline")
    let cancellation = Cancellation()
    cancellation.cancel()
    let cancelled = PullContext(
      root: Path(folder.path), environment: [:], now: Recordings.now, allowsExec: false,
      cancellation: cancellation)
    #expect(refusal(of: try source(Self.declaration), in: cancelled)?.code == "http-cancelled")
  }

  @Test("keeps its credentials out of the snapshot, even when the cluster repeats them")
  func repeated() throws {
    try write(scenario: "repeating")
    let site = Source(path: "site.yaml", bytes: Array(Self.declaration.utf8))
    let settings = try SourceSettings.decode(YAML.read(site), from: site).value
    let candidate = Pull.Candidate(settings, try source(Self.declaration), declaredIn: site)
    #expect(
      try source(Self.declaration).fetch(in: pull()).facts.nodes["token"]?.osImage == "token-of-the-reader")
    let outcomes = try Pull(
      [candidate], into: SnapshotFolder(ofSite: Path(folder.path)), in: pull(), publish: .standard,
      acceptsShrink: false
    ).run()
    let told = try #require(outcomes.first?.snapshot.facts)
    #expect(told.workloads.isEmpty == false)
    #expect(!String(decoding: told.node.json(), as: UTF8.self).contains("token-of-the-reader"))
  }
}
