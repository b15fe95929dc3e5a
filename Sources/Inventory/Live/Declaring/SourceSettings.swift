import Nodes

/// One source as `site.yaml` declares it.
public struct SourceSettings: Fielded {
  /// What is done when it does not answer.
  public enum OnError: String, CaseIterable, Readable {
    /// Its last facts are kept and called old.
    case stale
    /// Only what is declared is shown.
    case declared
    /// The pull fails.
    case fail
  }

  public let id: Located<String>
  public let type: SourceType
  public let address: Located<String>?
  public let authority: String?
  public let serverName: String?
  public let token: Secret?
  public let username: Secret?
  public let password: Secret?
  public let kubeconfig: String?
  public let context: String?
  /// Whether a server that cannot prove who it is, or an address without encryption, will do.
  public let allowsInsecure: Bool
  public let queries: Table<NamedQuery>
  public let path: String?
  public let apps: [String]
  public let argv: [String]
  public let format: FileFormat?
  public let limits: SourceLimits
  public let maxAge: Thresholds
  public let onError: OnError

  public init(reading fields: inout Fields) {
    id = fields.value("id", "Its name, by which things are bound to it.")
    type = fields.value("type", "What it is.")
    address = fields.optional("address", "Where it answers: https://host:port.")
    authority = fields.optional("authority", "A file with the certificate of who vouches for it, as PEM.")
    serverName = fields.optional("server_name", "The name in its certificate, where it is another one.")
    token = fields.optional("token", "A token, by the variable or file that holds it.")
    username = fields.optional("username", "A user, by the variable or file that holds the name.")
    password = fields.optional("password", "A password, by the variable or file that holds it.")
    kubeconfig = fields.optional("kubeconfig", "A kubeconfig; found as kubectl does otherwise.")
    context = fields.optional("context", "The context of the kubeconfig; its current one otherwise.")
    allowsInsecure = fields.value(
      "insecure", "Whether a server that cannot prove who it is will do.", default: false)
    queries = fields.value("queries", "The questions asked, by the names of the answers.", default: Table())
    path = fields.optional("path", "A file, or a folder of manifests.")
    apps = fields.value("apps", "Folders that are one application each, such as apps/*.", default: [])
    argv = fields.value(
      "argv", "A command and its arguments, one word each; no shell reads them.", default: [])
    format = fields.optional("format", "What the file or the command's output is.")
    limits = fields.block("limits", "How much it may take.")
    maxAge = fields.block("max_age", "How old its facts may be.")
    onError = fields.value("on_error", "What is done when it does not answer.", default: .stale)
    check(&fields)
  }
}

extension SourceSettings {
  /// Reports what the type wants and does not get, and what it gets and does not want.
  private func check(_ fields: inout Fields) {
    guard !id.value.isEmpty else { return }
    if !id.value.utf8.allSatisfy(Self.isIDByte) || id.value.utf8.first == UInt8(ascii: "-") {
      fields.report(SourceFinding.badID(id.value), at: "id")
    }
    let given: [(key: String, isGiven: Bool)] = [
      ("address", address != nil), ("authority", authority != nil), ("server_name", serverName != nil),
      ("token", token != nil), ("username", username != nil), ("password", password != nil),
      ("kubeconfig", kubeconfig != nil), ("context", context != nil), ("insecure", allowsInsecure),
      ("queries", !queries.rows.isEmpty),
      ("path", path != nil), ("apps", !apps.isEmpty), ("argv", !argv.isEmpty), ("format", format != nil),
    ]
    for (key, isGiven) in given {
      if isGiven, !type.takes.contains(key) {
        fields.report(SourceFinding.uselessKey(key, type: type, taken: type.takes), at: key)
      } else if !isGiven, type.needs.contains(key) {
        fields.report(SourceFinding.missingKey(key, type: type), at: "id")
      }
    }
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte &- 97 < 26 || byte == UInt8(ascii: "-")
  }
}
