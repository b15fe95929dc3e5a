import Nodes

/// One kubeconfig file as it is written, keys that we do not use left out.
struct KubeconfigFile: Fielded {
  let currentContext: String?
  let clusters: [Entry<Cluster>]
  let users: [Entry<User>]
  let contexts: [Entry<Context>]

  init(reading fields: inout Fields) {
    currentContext = fields.text("current-context", "The context that is used where none is named.")
    clusters = fields.value("clusters", "Clusters by name.", default: [])
    users = fields.value("users", "Users by name.", default: [])
    contexts = fields.value("contexts", "Pairs of a cluster and a user by name.", default: [])
    _ = fields.rest("Anything else.", as: Node.self)
  }

  /// A named part of the file, with its place.
  struct Entry<Value: Fielded & KubeconfigPart>: Fielded {
    let name: String
    let value: Value
    let range: Range<Int>

    init(reading fields: inout Fields) {
      name = fields.value("name", "Its name.")
      value = fields.block(Value.key, "What it is.")
      range = fields.range(of: "name")
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  struct Cluster: Fielded, KubeconfigPart {
    static let key = "cluster"
    let server: String?
    let authority: KubeconfigText
    let isInsecure: Bool
    let serverName: String?
    let proxy: String?
    let refusesCompression: Bool

    init(reading fields: inout Fields) {
      server = fields.text("server", "The address of the API server.")
      authority = KubeconfigText(
        data: fields.text("certificate-authority-data", "The authority's certificate in base 64."),
        file: fields.text("certificate-authority", "The file of the authority's certificate."))
      isInsecure = fields.value("insecure-skip-tls-verify", "Whether any server will do.", default: false)
      serverName = fields.text("tls-server-name", "The name in the server's certificate.")
      proxy = fields.text("proxy-url", "The proxy to go through.")
      refusesCompression = fields.value(
        "disable-compression", "Whether answers come as they are.", default: false)
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  struct User: Fielded, KubeconfigPart {
    static let key = "user"
    let certificate: KubeconfigText
    let clientKey: KubeconfigText
    let token: String?
    let tokenFile: String?
    let name: String?
    let password: String?
    let exec: Exec?
    let authProvider: AuthProvider?
    let impersonated: String?
    let impersonatedUID: String?
    let impersonatedGroups: [String]
    let impersonatedExtra: Table<[String]>

    init(reading fields: inout Fields) {
      certificate = KubeconfigText(
        data: fields.text("client-certificate-data", "The certificate in base 64."),
        file: fields.text("client-certificate", "The file of the certificate."))
      clientKey = KubeconfigText(
        data: fields.text("client-key-data", "The key in base 64."),
        file: fields.text("client-key", "The file of the key."))
      token = fields.text("token", "The bearer token.")
      tokenFile = fields.text("tokenFile", "The file of the bearer token.")
      name = fields.text("username", "The name to log in with.")
      password = fields.text("password", "The password to log in with.")
      exec = fields.optional("exec", "The command that gives credentials.")
      authProvider = fields.optional("auth-provider", "A way to log in that kubectl gave up.")
      impersonated = fields.text("as", "The user to act as.")
      impersonatedUID = fields.text("as-uid", "The UID to act as.")
      impersonatedGroups = fields.value("as-groups", "The groups to act as.", default: [])
      impersonatedExtra = fields.value("as-user-extra", "What else to act as.", default: Table())
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  struct Context: Fielded, KubeconfigPart {
    static let key = "context"
    let cluster: String?
    let user: String?

    init(reading fields: inout Fields) {
      cluster = fields.text("cluster", "The name of the cluster.")
      user = fields.text("user", "The name of the user.")
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  struct AuthProvider: Fielded {
    let name: String?

    init(reading fields: inout Fields) {
      name = fields.text("name", "Its name.")
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  /// A command that gives credentials.
  struct Exec: Fielded {
    let version: String?
    let command: String?
    let arguments: [String]
    let variables: [Variable]
    let installHint: String?
    let wantsCluster: Bool
    let interaction: String?

    init(reading fields: inout Fields) {
      version = fields.text("apiVersion", "The version of what it is told and tells.")
      command = fields.text("command", "The command.")
      arguments = fields.value("args", "Its arguments.", default: [])
      variables = fields.value("env", "Variables that it gets besides.", default: [])
      installHint = fields.text("installHint", "How to install it.")
      wantsCluster = fields.value("provideClusterInfo", "Whether it is told the cluster.", default: false)
      interaction = fields.text("interactiveMode", "Whether it asks a person.")
      _ = fields.rest("Anything else.", as: Node.self)
    }
  }

  struct Variable: Fielded {
    let name: String
    let value: String

    init(reading fields: inout Fields) {
      name = fields.value("name", "Its name.")
      value = fields.value("value", "Its value.", default: "")
    }
  }
}

/// What stands under its kind's name in an entry.
protocol KubeconfigPart {
  static var key: String { get }
}

/// A text given in the file itself in base 64, or by the name of another file; the first counts.
struct KubeconfigText {
  let data: String?
  let file: String?

  var isAbsent: Bool { data == nil && file == nil }
}

extension Fields {
  /// Asks for a text that may be absent; an empty one is as good as none, as kubectl has it.
  fileprivate mutating func text(_ key: String, _ about: String) -> String? {
    optional(key, about, as: String.self).flatMap { $0.isEmpty ? nil : $0 }
  }
}
