import Foundation
import TestSupport
import Testing

/// A cluster that fails in every way there is, between one build and the next: what a reader of the terminal and a reader
/// of the site are told.
@Suite("sitegen build --refresh and a cluster that fails", .serialized)
struct FailingSourceTests {
  private static let clusters = Result { try RecordedAnswers.clusters() }
  private let site: TemporaryFolder

  init() throws {
    site = try TemporaryFolder()
    try site.write(bytes: Self.clusters.get().certificates.read("authority.pem"), to: "k8s.pem")
    try site.write("---\ntitle: Uno\n---\n\n{{< nodes >}}\n", to: "content/a.md")
    try site.write(
      """
      title: Prueba
      inventory:
        sources:
          - {id: k8s, type: kubernetes, kubeconfig: kubeconfig, limits: {total: 2s}}

      """, to: "site.yaml")
    try site.write(
      """
      inventory: {version: 1}
      clusters: {lab: {live: {source: k8s}, controlPlane: {members: 1}}}
      nodes: {gordito-w1: {cluster: "cluster:lab", role: worker}}

      """, to: "inventory/a.yaml")
    try cluster()
    let run = try run("inventory", "pull", at: "2026-11-20T12:12:00Z")
    #expect(run.output == "k8s: 58 things, told for the first time\n", "\(run.errors)")
  }

  /// Says where the cluster is: at a listener, in a part that it plays, for somebody.
  private func cluster(
    _ listener: String = "gordito", as scenario: String? = nil, user: String = "token: token-of-the-reader"
  ) throws {
    let server = try Self.clusters.get().url(listener).dropLast()
    let part = scenario.map { "/with/\($0)/\(UUID().uuidString)" } ?? ""
    try site.write(
      """
      current-context: lab
      clusters: [{name: casa, cluster: {server: "\(server)\(part)", certificate-authority: k8s.pem}}]
      users: [{name: ana, user: {\(user)}}]
      contexts: [{name: lab, context: {cluster: casa, user: ana}}]

      """, to: "kubeconfig")
  }

  private func run(_ arguments: String..., at now: String = "2026-11-21T09:00:00Z") throws -> Program.Run {
    try Program.run(
      arguments: arguments + ["--now", now], environment: ["HOME": "/nonexistent"], in: site.url)
  }

  private func page() throws -> String {
    String(decoding: try site.read("public/a/index.html"), as: UTF8.self)
  }

  /// The lines of a run without the text that a mistake points into.
  private func told(_ run: Program.Run) -> [String] {
    run.errors.split(separator: "\n").map(String.init).filter {
      $0.firstMatch(of: #/^ *\d* \| /#) == nil && !$0.hasPrefix("1 ") && $0.firstMatch(of: #/^\d+ p/#) == nil
    }
  }

  private static let silent = "k8s: no answer since 2026-11-21T09:00:00Z, 58 things kept"
  private static let kept = "site.yaml:4:12: note: the earlier facts of 'k8s' were kept"

  @Test(
    "says in a line what happened, goes on with the last good facts, and tells readers so",
    arguments: [
      ("gone", ["the server closed the connection without an answer"]),
      ("drip", ["no whole answer within 2 s"]),
      ("hang", ["no whole answer within 2 s"]),
      ("cut", ["the connection broke off after 21 bytes"]),
      ("broken", ["the API server answers with status 500"]),
      ("elsewhere", ["the API server answers with status 302"]),
      (
        "login",
        ["what answers is no Kubernetes API", "hint: does server: lead to a proxy or to a page to log in?"]
      ),
      (
        "frozen-through",
        ["the API server tells nothing about its objects in time", "hint: is its etcd well?"]
      ),
    ])
  func scenario(name: String, words: [String]) throws {
    try cluster(as: name)
    try expectKept(words)
  }

  @Test(
    "does not believe a certificate of another name, of yesterday or of nobody",
    arguments: [
      (
        "other",
        [
          "the server's certificate is for another name",
          "hint: use a name that it holds, or set tls-server-name to one",
        ]
      ),
      ("expired", ["the server's certificate has expired", "hint: renew it, or check this machine's clock"]),
      (
        "lone",
        ["the server's certificate is signed by itself", "hint: give it as the authority's certificate"]
      ),
    ])
  func certificate(listener: String, words: [String]) throws {
    try cluster(listener)
    try expectKept(words)
  }

  @Test(
    "says that credentials are not known, or may read nothing",
    arguments: [
      (
        "token: token-of-last-year",
        [
          "the API server does not know these credentials (401)",
          "hint: a token may have expired; get a new one",
        ]
      ),
      (
        "token: token-without-rights",
        [
          "these credentials may read nothing in the cluster (403)",
          "hint: bind them to the ClusterRole of docs/inventory-live.md",
        ]
      ),
    ])
  func credentials(user: String, words: [String]) throws {
    try cluster(user: user)
    try expectKept(words)
  }

  @Test("asks no server whose address is wrong")
  func down() throws {
    let text = String(decoding: try site.read("kubeconfig"), as: UTF8.self)
    try site.write(text.replacing(#/127\.0\.0\.1:\d+/#, with: "127.0.0.1:1"), to: "kubeconfig")
    try expectKept([
      "nobody answers at the server's address", "hint: check the address, the port and the firewall",
    ])
  }

  @Test("takes no more than it may, two hundred megabytes least of all")
  func huge() throws {
    try cluster(as: "huge")
    try site.write(
      """
      title: Prueba
      inventory:
        sources:
          - {id: k8s, type: kubernetes, kubeconfig: kubeconfig, limits: {size: 1 MiB}}

      """, to: "site.yaml")
    try expectKept(["the answer is larger than 1 MiB"])
  }

  @Test(
    "covers what a kubeconfig holds, and says why its plugin or provider is no use",
    arguments: [
      (
        "auth-provider: {name: gcp}",
        [
          "auth-provider 'gcp' is not supported, as kubectl no longer supports it",
          "hint: use exec with the provider's plugin, or the token of a service account",
        ]
      ),
      (
        """
        exec: {apiVersion: client.authentication.k8s.io/v1, command: echo, args: [planted-rubbish]}
        """,
        [
          "what the command 'echo' wrote is no ExecCredential of its version", "hint: update the plugin",
        ]
      ),
    ])
  func plugins(user: String, words: [String]) throws {
    try cluster(user: user)
    let run = try run("build", "--refresh", "--allow-exec")
    #expect(run.status == 0)
    #expect(
      told(run) == [
        Self.silent, "kubeconfig:3:16: warning: \(words[0])", words[1], Self.kept,
      ])
    #expect(!run.errors.contains("planted-rubbish"))
    #expect(try page().contains("v1.33.4+k3s1"))
  }

  @Test("believes no cluster of which half is gone")
  func half() throws {
    try cluster(as: "half")
    let run = try run("build", "--refresh")
    #expect(run.status == 0)
    #expect(
      told(run) == [
        "k8s: tells far less, 58 things kept",
        "site.yaml:4:12: warning: 'k8s' tells 23 things where it told 58; the earlier facts were kept",
        "hint: if they are really gone, run 'sitegen inventory pull --accept-shrink'",
      ])
    #expect(try page().contains("v1.33.4+k3s1"))
  }

  @Test(
    "goes on without a kind that cannot be read: its last good facts stay, with the day they are of",
    arguments: [
      ("one-kind-500", "nodes", ["the cluster gave no list of nodes"]),
      ("one-kind-cut", "nodes", ["the cluster gave no list of nodes"]),
      ("one-kind-bomb", "deployments", ["the cluster gave no list of deployments"]),
      (
        "one-kind-forbidden", "deployments",
        [
          "no permission to list deployments",
          "hint: docs/kubernetes/reader.yaml lists what the account needs",
        ]
      ),
    ])
  func kinds(scenario: String, kind: String, words: [String]) throws {
    try cluster(as: scenario)
    let run = try run("build", "--refresh")
    #expect(run.status == 0)
    #expect(
      told(run) == [
        "k8s: 58 things, 1 change", "site.yaml:4:12: warning: \(words[0])",
      ] + words.dropFirst() + [
        "site.yaml:4:12: note: the earlier facts of 'k8s' about \(kind) were kept"
      ])
    let html = try page()
    #expect(html.contains("v1.33.4+k3s1"))
    #expect(html.contains("sin respuesta</span> desde el") == (kind == "nodes"))
  }

  @Test(
    "knows what is only slow, old or busy from what fails",
    arguments: ["busy", "expiring", "old", "older", "secretive"])
  func well(scenario: String) throws {
    try cluster(as: scenario)
    let run = try run("build", "--refresh")
    #expect(run.status == 0)
    #expect(told(run) == ["k8s: 58 things, nothing changed"])
  }

  @Test("judges signs of life by the cluster's clock where this machine's is years ahead")
  func clocks() throws {
    let run = try run("build", "--refresh", at: "2029-11-20T12:12:00Z")
    #expect(told(run) == ["k8s: 58 things, nothing changed"])
  }

  @Test(
    "says which snapshot it cannot use, and shows what is declared instead",
    arguments: [
      (#"{"schema": 2, "facts": {}}"#, "has form 2, of a newer sitegen", "update sitegen here"),
      (
        #"{"schema": 1, "facts": {"nodes": {"gordito-w1": {"kubelet_v"#, "is damaged",
        "take it back from git, or run 'sitegen inventory pull'"
      ),
    ])
  func snapshots(text: String, words: String, hint: String) throws {
    try site.write(text, to: "inventory/live/k8s.json")
    let run = try run("build")
    #expect(run.status == 0)
    let lines = told(run)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.first?.hasSuffix("the snapshot of 'k8s' \(words); only what is declared is used") == true)
    #expect(lines.last == "hint: \(hint)")
    #expect(try !page().contains("v1.33.4+k3s1"))
  }

  private func expectKept(_ words: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try run("build", "--refresh")
    #expect(run.status == 0, sourceLocation: sourceLocation)
    #expect(
      told(run) == [Self.silent, "site.yaml:4:12: warning: \(words[0])"] + words.dropFirst() + [Self.kept],
      sourceLocation: sourceLocation)
    let html = try page()
    #expect(html.contains("v1.33.4+k3s1"), sourceLocation: sourceLocation)
    #expect(html.contains("sin respuesta</span> desde el"), sourceLocation: sourceLocation)
    let json = try self.run("build", "--refresh", "--format", "json", "--verbose", at: "2026-11-21T10:00:00Z")
    #expect(json.status == 0, sourceLocation: sourceLocation)
    #expect(
      RecordedAnswers.planted(in: run.output + run.errors + json.output + json.errors + html) == [],
      sourceLocation: sourceLocation)
  }
}
