import Bytes
import Diagnostics
import Foundation
import HTTP
import Language
import TestSupport
import Testing

@testable import Inventory

/// From a kubeconfig to the facts, with each way to show who asks.
@Suite("a kubeconfig against a real server")
struct ClusterAccessTests {
  private let folder: TemporaryFolder
  private let server: LocalServer

  init() throws {
    folder = try TemporaryFolder()
    server = try RecordedClusters.started.get().server
  }

  private func observed(user: String, cluster: String = "") throws -> Observed {
    let path = try folder.write(
      """
      current-context: lab
      clusters:
      - name: casa
        cluster:
          server: \(server.url("gordito"))
          certificate-authority-data: \(try server.certificates.read("authority.pem").base64)
      \(cluster)
      users:
      - name: ana
        user:
      \(user)
      contexts: [{name: lab, context: {cluster: casa, user: ana}}]

      """, to: "kubeconfig")
    let policy = AccessPolicy(
      environment: ["PATH": "/usr/bin:/bin"], now: Recordings.now, allowsExec: true, allowsInsecure: false)
    let access = try ClusterAccess.find(kubeconfig: path, context: nil, under: policy)
    return try ClusterReader(api: ClusterAPI(access, client: Client(access: access))).read(
      now: Recordings.now)
  }

  private func everything() throws -> Observed { try Asking.reader().read(now: Recordings.now) }

  @Test("opens it with a token") func token() throws {
    #expect(try observed(user: "    token: token-of-the-reader") == everything())
  }

  @Test("opens it with the token in a file") func tokenFile() throws {
    try folder.write("token-of-the-reader\n", to: "token")
    #expect(try observed(user: "    tokenFile: token") == everything())
  }

  @Test("opens it with a certificate") func certificate() throws {
    let user = """
          client-certificate-data: \(try server.certificates.read("client.pem").base64)
          client-key: \(server.certificates.folder.path)/client.key
      """
    #expect(try observed(user: user) == everything())
  }

  @Test("opens it with a plugin's token or certificate", arguments: ["v1", "v1beta1"]) func plugin(
    version: String
  ) throws {
    let pem = { (name: String) in try server.certificates.text(name).replacing("\n", with: "\\n") }
    let status =
      version == "v1"
      ? #""token": "token-of-the-reader""#
      : #""clientCertificateData": "\#(try pem("client.pem"))", "clientKeyData": "\#(try pem("client.key"))""#
    let credential =
      #"{"apiVersion": "client.authentication.k8s.io/\#(version)", "kind": "ExecCredential", "status": {\#(status)}}"#
    let said = try folder.write(credential, to: "said.json")
    let user = """
          exec:
            apiVersion: client.authentication.k8s.io/\(version)
            command: cat
            args: ["\(said)"]
      """
    #expect(try observed(user: user) == everything())
  }

  @Test("finds it under another name, and through a proxy") func detours() throws {
    #expect(
      try observed(user: "    token: token-of-the-reader", cluster: "    tls-server-name: inside.example")
        == everything())
    let error = #expect(throws: ClusterRefusal.self) {
      try observed(
        user: "    token: token-of-the-reader",
        cluster: "    proxy-url: http://127.0.0.1:\(server.port("none") + 1)")
    }
    #expect(error == .failure(.proxyUnreachable))
  }
}
