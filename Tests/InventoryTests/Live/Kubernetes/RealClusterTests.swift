import Foundation
import HTTP
import Language
import TestSupport
import Testing

@testable import Inventory

/// A real API server, where KUBE_APISERVER and ETCD name the programs; it lives for one test.
private final class RealCluster {
  static var isAtHand: Bool { variable("KUBE_APISERVER") != nil && variable("ETCD") != nil }

  let access: ClusterAccess
  private let folder: TemporaryFolder
  private let programs: [Process]

  init() throws {
    folder = try TemporaryFolder()
    let certificates = try Certificates()
    let pki = certificates.folder.path
    let ports = (0..<3).map { 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000 + $0 }
    let etcd = "http://127.0.0.1:\(ports[0])"
    let tokens = try folder.write("token-of-the-test,test,1,system:masters\n", to: "tokens.csv")
    programs = [
      try Self.start(
        "ETCD",
        [
          "--data-dir", "\(folder.path)/etcd", "--listen-client-urls", etcd, "--advertise-client-urls", etcd,
          "--listen-peer-urls", "http://127.0.0.1:\(ports[1])",
        ]),
      try Self.start(
        "KUBE_APISERVER",
        [
          "--etcd-servers", etcd, "--secure-port", "\(ports[2])", "--bind-address", "127.0.0.1",
          "--tls-cert-file", "\(pki)/server.pem", "--tls-private-key-file", "\(pki)/server.key",
          "--client-ca-file", "\(pki)/authority.pem", "--token-auth-file", tokens, "--authorization-mode",
          "RBAC",
          "--service-account-issuer", "https://127.0.0.1", "--service-account-key-file", "\(pki)/lone.key",
          "--service-account-signing-key-file", "\(pki)/lone.key", "--service-cluster-ip-range",
          "10.0.0.0/24",
          "--disable-admission-plugins", "ServiceAccount",
        ]),
    ]
    access = ClusterAccess(
      server: "https://127.0.0.1:\(ports[2])",
      trust: Trust(authorities: try certificates.read("authority.pem")), proxy: .none,
      headers: [HTTP.Header("Authorization", "Bearer token-of-the-test")], acceptsCompression: true,
      allowsPlain: false, secrets: [])
    try waitUntilReady()
  }

  deinit { for program in programs { program.terminate() } }

  /// Sends an object, and fails unless the server takes it.
  func send(_ method: Request.Method, _ path: String, _ object: String) throws {
    let headers = access.headers + [HTTP.Header("Content-Type", "application/json")]
    let answer = try Client(access: access).send(
      Request(method, access.server + path, headers: headers, body: Array(object.utf8)))
    try #require((200..<300).contains(answer.status), "\(String(decoding: answer.body, as: UTF8.self))")
  }

  private func waitUntilReady() throws {
    for _ in 0..<120 {
      let answer = Result { () throws(HTTPFailure) in
        try Client(access: access).send(Request(.get, access.server + "/readyz", headers: access.headers))
      }
      if case .success(let answer) = answer, answer.status == 200 { return }
      Thread.sleep(forTimeInterval: 0.5)
    }
    Issue.record("the API server was not ready within a minute")
  }

  private static func start(_ name: String, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: variable(name) ?? "")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

@Suite("a real API server")
struct RealClusterTests {
  @Test(
    "tells the node that was put in, and that nothing else is installed",
    .enabled(if: RealCluster.isAtHand, "set KUBE_APISERVER and ETCD to the programs"))
  func node() throws {
    let cluster = try RealCluster()
    try cluster.send(
      .post, "/api/v1/nodes",
      """
      {"apiVersion": "v1", "kind": "Node",
       "metadata": {"name": "cp-1", "labels": {"node-role.kubernetes.io/control-plane": ""}}}
      """)
    let heartbeat = Instant(seconds: Int(Date.now.timeIntervalSince1970)).rfc3339
    try cluster.send(
      .put, "/api/v1/nodes/cp-1/status",
      """
      {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "cp-1"},
       "status": {"capacity": {"cpu": "4", "memory": "16Gi"},
        "conditions": [{"type": "Ready", "status": "True", "reason": "KubeletReady", "message": "on 10.1.2.3",
         "lastHeartbeatTime": "\(heartbeat)", "lastTransitionTime": "\(heartbeat)"}]}}
      """)
    let reader = ClusterReader(api: ClusterAPI(cluster.access, client: Client(access: cluster.access)))
    let observed = try reader.read(now: Recordings.now)
    #expect(observed.cluster?.version?.hasPrefix("v1.") == true)
    #expect(observed.cluster?.installed == [])
    #expect(observed.nodes["cp-1"]?.readiness == .ready)
    #expect(observed.nodes["cp-1"]?.memory == 16 << 30)
    #expect(observed.gaps.values.allSatisfy { $0.reason == .notInstalled })
  }
}
