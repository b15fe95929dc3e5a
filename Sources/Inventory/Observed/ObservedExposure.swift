import Nodes

/// By which names something is reached from outside its cluster.
public struct ObservedExposure: Fact {
  public var className: String?
  public var gateway: String?
  public var isAccepted: Bool?
  public var hasTLS: Bool?
  public var hosts: [String] = []
  public var withheldHosts: Int?

  public init() {}

  public init(reading fields: inout Fields) {
    className = fields.optional("class", "The class of the ingress.")
    gateway = fields.optional("gateway", "The gateway of the route.")
    isAccepted = fields.optional("accepted", "Whether the gateway took the route.")
    hasTLS = fields.optional("tls", "Whether the ingress names a certificate.")
    hosts = fields.value("hosts", "The public names.", default: [])
    withheldHosts = fields.optional(
      "withheld_hosts", "How many names were left out because they are private.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("class", .fact(className)),
      ("gateway", .fact(gateway)),
      ("accepted", .fact(isAccepted)),
      ("tls", .fact(hasTLS)),
      ("hosts", .fact(hosts)),
      ("withheld_hosts", .fact(withheldHosts)),
    ]
  }
}
