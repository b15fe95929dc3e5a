import Nodes

/// The state of one object by which a repository is brought to a cluster.
public struct ObservedDelivery: Fact {
  public var isReady: Bool?
  public var reason: String?
  public var isSuspended: Bool = false
  public var revision: String?
  public var commit: String?
  public var chart: String?
  public var chartVersion: String?
  public var version: String?
  public var namespace: String?
  public var sync: String?
  public var health: String?
  public var images: [ObservedImage] = []

  public init() {}

  public init(reading fields: inout Fields) {
    isReady = fields.optional("ready", "Whether it did its work; not known while it has none done.")
    reason = fields.optional("reason", "The one word it gives for that.")
    isSuspended = fields.value("suspended", "Whether it is told to do nothing.", default: false)
    revision = fields.optional("revision", "The branch or tag it follows.")
    commit = fields.optional("commit", "The short commit it applied.")
    chart = fields.optional("chart", "The chart it installs.")
    chartVersion = fields.optional("chart_version", "The version of the chart.")
    version = fields.optional("version", "The version of what it installs.")
    namespace = fields.optional("namespace", "Where it installs.")
    sync = fields.optional("sync", "What Argo CD calls its sync status.")
    health = fields.optional("health", "What Argo CD calls its health.")
    images = fields.value("images", "What it runs.", default: [])
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("ready", .fact(isReady)),
      ("reason", .fact(reason)),
      ("suspended", isSuspended ? true : nil),
      ("revision", .fact(revision)),
      ("commit", .fact(commit)),
      ("chart", .fact(chart)),
      ("chart_version", .fact(chartVersion)),
      ("version", .fact(version)),
      ("namespace", .fact(namespace)),
      ("sync", .fact(sync)),
      ("health", .fact(health)),
      ("images", .fact(images)),
    ]
  }
}
