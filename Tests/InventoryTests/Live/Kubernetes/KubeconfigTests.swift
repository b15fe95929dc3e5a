import Bytes
import Diagnostics
import Disk
import HTTP
import Language
import TestSupport
import Testing

@testable import Inventory

@Suite("a kubeconfig")
struct KubeconfigTests {
  let folder: TemporaryFolder
  var policy = AccessPolicy(
    environment: ["PATH": "/usr/bin:/bin"], now: Recordings.now, allowsExec: true, allowsInsecure: false)

  init() throws { folder = try TemporaryFolder() }

  private func write(cluster: String = "", user: String, to name: String = "kubeconfig") throws -> String {
    try folder.write(
      """
      apiVersion: v1
      kind: Config
      preferences: {colors: true}
      current-context: lab
      clusters:
      - {name: other, cluster: {server: "https://other.example"}}
      - name: casa
        cluster:
          server: https://api.example:6443/
      \(cluster)
          extensions: [{name: made-by, extension: {provider: nobody}}]
      users:
      - name: ana
        user:
      \(user)
      contexts:
      - {name: lab, context: {cluster: casa, user: ana, namespace: default}}

      """, to: name)
  }

  private func access(cluster: String = "", user: String, context: String? = nil) throws -> ClusterAccess {
    try ClusterAccess.find(kubeconfig: write(cluster: cluster, user: user), context: context, under: policy)
  }

  @Test("gives certificates that it holds, and whom to trust")
  func certificates() throws {
    let access = try access(
      cluster: "    certificate-authority-data: \(Array("authority".utf8).base64)",
      user: """
            client-certificate-data: \(Array("certificate".utf8).base64)
            client-key-data: \(Array("key".utf8).base64)
        """)
    #expect(access.server == "https://api.example:6443")
    #expect(access.trust.authorities == Array("authority".utf8))
    #expect(
      access.trust.identity == Trust.Identity(certificate: Array("certificate".utf8), key: Array("key".utf8)))
    #expect(access.trust.verifiesServer)
    #expect(access.headers == [])
    #expect(access.proxy == .environment)
  }

  @Test("gives certificates from files beside it; what it holds itself counts more")
  func files() throws {
    try folder.write("authority", to: "pki/ca.crt")
    try folder.write("certificate", to: "pki/client.crt")
    try folder.write("key", to: "pki/client.key")
    let access = try access(
      cluster: "    certificate-authority: pki/ca.crt",
      user: """
            client-certificate: pki/none.crt
            client-certificate-data: \(Array("held".utf8).base64)
            client-key: \(folder.path)/pki/client.key
        """)
    #expect(access.trust.authorities == Array("authority".utf8))
    #expect(access.trust.identity == Trust.Identity(certificate: Array("held".utf8), key: Array("key".utf8)))
  }

  @Test("gives a token, from its own text or from a file, which counts more")
  func tokens() throws {
    #expect(
      try access(user: "    token: abc.def").headers == [HTTP.Header("Authorization", "Bearer abc.def")])
    try folder.write("from.file\n", to: "token")
    let both = try access(user: "    {token: abc.def, tokenFile: token}")
    #expect(both.headers == [HTTP.Header("Authorization", "Bearer from.file")])
    #expect(both.secrets == ["from.file"])
  }

  @Test("gives a name and password")
  func login() throws {
    let access = try access(user: "    {username: ana, password: 'a:b c'}")
    #expect(access.headers == [HTTP.Header("Authorization", "Basic \(Array("ana:a:b c".utf8).base64)")])
  }

  @Test("says whom the user acts as")
  func impersonation() throws {
    let access = try access(
      user: "    {token: abc.def, as: bot, as-uid: '7', as-groups: [a, b], as-user-extra: {scopes: [x]}}")
    #expect(
      access.headers.dropFirst() == [
        HTTP.Header("Impersonate-User", "bot"), HTTP.Header("Impersonate-Uid", "7"),
        HTTP.Header("Impersonate-Group", "a"), HTTP.Header("Impersonate-Group", "b"),
        HTTP.Header("Impersonate-Extra-scopes", "x"),
      ])
  }

  @Test("names the server's certificate and the proxy")
  func detours() throws {
    let access = try access(
      cluster: """
            tls-server-name: kubernetes
            proxy-url: socks5://proxy.example:1080
            disable-compression: true
        """, user: "    token: abc.def")
    #expect(access.trust.serverName == "kubernetes")
    #expect(access.proxy == .address("socks5://proxy.example:1080"))
    #expect(!access.acceptsCompression)
  }

  @Test("may skip the check of the server only when that is allowed")
  mutating func insecure() throws {
    policy.allowsInsecure = true
    #expect(try !access(cluster: "    insecure-skip-tls-verify: true", user: "    {}").trust.verifiesServer)
  }

  @Test("runs a plugin of either version and takes its token", arguments: ["v1", "v1beta1"])
  func execToken(version: String) throws {
    let access = try access(
      user: """
            exec:
              apiVersion: client.authentication.k8s.io/\(version)
              command: sh
              interactiveMode: IfAvailable
              env: [{name: WHO, value: ana}]
              args:
              - -c
              - |
                cat <<END
                {"apiVersion": "client.authentication.k8s.io/\(version)", "kind": "ExecCredential",
                 "status": {"token": "token-of-$WHO", "expirationTimestamp": "2026-11-20T12:12:01Z"}}
                END
        """)
    #expect(access.headers == [HTTP.Header("Authorization", "Bearer token-of-ana")])
    #expect(access.secrets == ["token-of-ana"])
  }

  @Test("runs a plugin that lies beside it, and takes its certificate")
  func execCertificate() throws {
    try folder.write(
      """
      #!/bin/sh
      printf '%s' '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status":
      {"clientCertificateData": "pem of certificate", "clientKeyData": "pem of key"}}'

      """, to: "bin/plugin", executable: true)
    let access = try access(
      user: "    exec: {apiVersion: client.authentication.k8s.io/v1, command: bin/plugin}")
    #expect(
      access.trust.identity
        == Trust.Identity(certificate: Array("pem of certificate".utf8), key: Array("pem of key".utf8)))
  }

  @Test("tells a plugin about the cluster when it asks")
  func execInfo() throws {
    let access = try access(
      cluster: "    certificate-authority-data: YWJj\n    tls-server-name: kubernetes",
      user: """
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: sh
              provideClusterInfo: true
              args:
              - -c
              - |
                info=$(printf %s "$KUBERNETES_EXEC_INFO" | base64 -w0)
                echo "{\\"apiVersion\\": \\"client.authentication.k8s.io/v1\\", \\"kind\\": \\"ExecCredential\\","
                echo "\\"status\\": {\\"token\\": \\"$info\\"}}"
        """)
    let token = try #require(access.headers.first?.value.dropFirst("Bearer ".count))
    let info = try #require([UInt8](base64: String(token)))
    #expect(
      String(decoding: info, as: UTF8.self) == """
        {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false,\
        "cluster":{"server":"https://api.example:6443/","tls-server-name":"kubernetes",\
        "certificate-authority-data":"YWJj"}}}
        """)
  }

  @Test("is one of a list: of two things with one name the first counts")
  mutating func list() throws {
    let one = try folder.write(
      """
      contexts: [{name: lab, context: {cluster: casa, user: ana}}]
      users: [{name: ana, user: {tokenFile: token}}]

      """, to: "one/config")
    try folder.write("first", to: "one/token")
    let two = try write(user: "    token: second", to: "two")
    policy.environment["KUBECONFIG"] = "\(folder.path)/absent:\(one)::\(two)"
    let access = try ClusterAccess.find(kubeconfig: nil, context: nil, under: policy)
    #expect(access.server == "https://api.example:6443")
    #expect(access.headers == [HTTP.Header("Authorization", "Bearer first")])
  }

  @Test("is looked for at home, and then in the pod")
  mutating func places() throws {
    policy.environment["HOME"] = folder.path
    policy.environment["KUBERNETES_SERVICE_HOST"] = "fd00::1"
    policy.environment["KUBERNETES_SERVICE_PORT"] = "6443"
    policy.serviceAccount = Path("\(folder.path)/serviceaccount")
    try folder.write("pod-token\n", to: "serviceaccount/token")
    try folder.write("authority", to: "serviceaccount/ca.crt")
    let pod = try ClusterAccess.find(kubeconfig: nil, context: nil, under: policy)
    #expect(pod.server == "https://[fd00::1]:6443")
    #expect(pod.headers == [HTTP.Header("Authorization", "Bearer pod-token")])
    #expect(pod.trust == Trust(authorities: Array("authority".utf8)))
    #expect(pod.proxy == .none)
    _ = try write(user: "    token: at.home", to: ".kube/config")
    let home = try ClusterAccess.find(kubeconfig: nil, context: nil, under: policy)
    #expect(home.headers == [HTTP.Header("Authorization", "Bearer at.home")])
  }

  @Test("may be JSON")
  func json() throws {
    let path = try folder.write(
      """
      {"current-context": "lab", "clusters": [{"name": "c", "cluster": {"server": "https://api.example"}}],
       "users": [{"name": "u", "user": {}}], "contexts": [{"name": "lab", "context": {"cluster": "c", "user": "u"}}]}
      """, to: "kubeconfig.json")
    #expect(
      try ClusterAccess.find(kubeconfig: path, context: "lab", under: policy).server == "https://api.example")
  }
}
