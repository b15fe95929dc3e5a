import Bytes
import Diagnostics
import Disk
import HTTP
import Nodes

extension Kubeconfig {
  /// Finds the way that a context names; without one, that of the current context.
  func access(to name: String?, under policy: AccessPolicy) throws(Report) -> ClusterAccess {
    let context = try found(context: name)
    let cluster = try part(
      context.value.cluster, "cluster", of: context, find: cluster, all: names { $0.clusters })
    let user = try part(context.value.user, "user", of: context, find: user, all: names { $0.users })
    let server = try Self.server(of: cluster, under: policy)
    let authority = try cluster.bytes(cluster.value.authority, "certificate-authority")
    var credentials = try Self.credentials(of: user)
    if let exec = user.value.exec, credentials.isEmpty {
      let plugin = ExecPlugin(exec, folder: user.part.folder, cluster: cluster.value, authority: authority)
      do throws(KubeconfigFinding) {
        credentials = try plugin.credentials(under: policy)
      } catch {
        throw user.mistake(error)
      }
    }
    var trust = Trust(authorities: authority, identity: credentials.identity)
    trust.serverName = cluster.value.serverName
    trust.verifiesServer = !cluster.value.isInsecure
    // A proxy's address may hold a password.
    let proxies = [cluster.value.proxy].compactMap { $0 }.filter { $0.contains("@") }
    return ClusterAccess(
      server: server, trust: trust, proxy: cluster.value.proxy.map { .address($0) } ?? .environment,
      headers: credentials.headers + user.value.impersonation,
      acceptsCompression: !cluster.value.refusesCompression, allowsPlain: policy.allowsInsecure,
      secrets: credentials.secrets + proxies)
  }
}

extension Kubeconfig {
  private func found(context name: String?) throws(Report) -> Found<KubeconfigFile.Context> {
    let known = names { $0.contexts }
    guard let name = name ?? currentContext else { throw refusal(.noContext(known: known)) }
    guard let context = context(name) else {
      throw refusal(.unknownContext(name, nearest: nearest(to: name, among: known), known: known))
    }
    return context
  }

  private func refusal(_ finding: KubeconfigFinding) -> Report {
    Report([parts.first?.source.mistake(finding) ?? Mistake(finding, path: "kubeconfig", place: nil)])
  }

  private func part<Value>(
    _ name: String?, _ word: String, of context: Found<KubeconfigFile.Context>,
    find: (String) -> Found<Value>?,
    all names: [String]
  ) throws(Report) -> Found<Value> {
    guard let name else { throw context.mistake(.contextWithout(part: word)) }
    guard let found = find(name) else {
      throw context.mistake(.unknownPart(word, name: name, nearest: nearest(to: name, among: names)))
    }
    return found
  }

  private static func server(
    of cluster: Found<KubeconfigFile.Cluster>, under policy: AccessPolicy
  ) throws(Report) -> String {
    guard var server = cluster.value.server else { throw cluster.mistake(.noServer) }
    let isPlain = server.lowercased().hasPrefix("http://")
    guard isPlain || server.lowercased().hasPrefix("https://"), !server.contains("@") else {
      throw cluster.mistake(.badServer)
    }
    guard !isPlain || policy.allowsInsecure else { throw cluster.mistake(.plainServer) }
    guard !cluster.value.isInsecure || policy.allowsInsecure else { throw cluster.mistake(.insecure) }
    guard cluster.value.serverName?.utf8.allSatisfy(isInName) ?? true else {
      throw cluster.mistake(.badServerName)
    }
    while server.hasSuffix("/") { server.removeLast() }
    return server
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func credentials(of user: Found<KubeconfigFile.User>) throws(Report) -> Credentials {
    if let provider = user.value.authProvider { throw user.mistake(.authProvider(provider.name ?? "")) }
    var credentials = Credentials()
    let certificate = try user.bytes(user.value.certificate, "client-certificate")
    let key = try user.bytes(user.value.clientKey, "client-key")
    switch (certificate, key) {
    case (let certificate?, let key?):
      credentials.identity = Trust.Identity(certificate: certificate, key: key)
    case (nil, nil): break
    case (_, nil): throw user.mistake(.certificateWithoutKey)
    case (nil, _): throw user.mistake(.keyWithoutCertificate)
    }
    if let file = user.value.tokenFile {
      credentials.token = String(decoding: try user.bytes(at: file, "tokenFile"), as: UTF8.self).trimmed
      if credentials.token?.isEmpty == true { throw user.mistake(.emptyToken(key: "tokenFile")) }
    } else if let token = user.value.token {
      credentials.token = token.trimmed
      if credentials.token?.isEmpty == true { throw user.mistake(.emptyToken(key: "token")) }
    }
    if let name = user.value.name {
      guard let password = user.value.password else { throw user.mistake(.passwordMissing) }
      credentials.login = (name, password)
    }
    return credentials
  }
}

extension Kubeconfig.Found {
  /// The bytes that a text stands for; nil where it is absent.
  fileprivate func bytes(_ text: KubeconfigText, _ key: String) throws(Report) -> [UInt8]? {
    if let data = text.data {
      guard let bytes = [UInt8](base64: data) else { throw mistake(.notBase64(key: "\(key)-data")) }
      return bytes
    }
    guard let file = text.file else { return nil }
    return try bytes(at: file, key)
  }

  /// The bytes of a file; a relative path starts where the kubeconfig lies.
  fileprivate func bytes(at file: String, _ key: String) throws(Report) -> [UInt8] {
    let path = file.hasPrefix("/") ? Path(file) : part.folder.appending(file)
    do throws(DiskFailure) {
      return try File.read(path, limit: Credentials.sizeLimit)
    } catch {
      throw mistake(.fileUnreadable(key: key, error.reason))
    }
  }
}

extension KubeconfigFile.User {
  /// Whom the user acts as, in headers.
  fileprivate var impersonation: [HTTP.Header] {
    let user = impersonated.map { [HTTP.Header("Impersonate-User", $0)] } ?? []
    let uid = impersonatedUID.map { [HTTP.Header("Impersonate-Uid", $0)] } ?? []
    let groups = impersonatedGroups.map { HTTP.Header("Impersonate-Group", $0) }
    let extra = impersonatedExtra.rows.flatMap { row in
      row.value.map { HTTP.Header("Impersonate-Extra-\(row.key)", $0) }
    }
    return user + uid + groups + extra
  }
}
