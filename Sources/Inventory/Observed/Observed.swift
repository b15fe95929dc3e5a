import Nodes

/// All facts that one source told at one time, by the names that the source uses.
///
/// Sources fill it from their answers; nothing that is not a field here can be stored or shown. The keys are:
/// `deployment/media/jellyfin` for workloads, `ingress/media/jellyfin` for exposures, `helmrelease/media/jellyfin` for
/// deliveries (`kustomization`, `gitrepository`, `ocirepository`, `application` too), `databases/main` for databases, the
/// system for storage (`longhorn`), the plural kind for gaps (`nodes`, `httproutes`), and plain names elsewhere.
public struct Observed: Fact {
  public var cluster: ObservedCluster?
  public var nodes: [String: ObservedNode] = [:]
  public var workloads: [String: ObservedWorkload] = [:]
  public var exposures: [String: ObservedExposure] = [:]
  public var deliveries: [String: ObservedDelivery] = [:]
  public var databases: [String: ObservedDatabase] = [:]
  public var storage: [String: ObservedStorage] = [:]
  public var hosts: [String: ObservedHost] = [:]
  public var guests: [String: ObservedGuest] = [:]
  public var numbers: [String: ObservedNumber] = [:]
  public var gaps: [String: ObservedGap] = [:]

  public init() {}

  public init(reading fields: inout Fields) {
    cluster = fields.optional("cluster", "What the cluster says of itself.")
    nodes = fields.facts("nodes", "Its nodes.")
    workloads = fields.facts("workloads", "What runs.")
    exposures = fields.facts("exposures", "How things are reached.")
    deliveries = fields.facts("deliveries", "How things got there.")
    databases = fields.facts("databases", "Databases.")
    storage = fields.facts("storage", "Storage systems.")
    hosts = fields.facts("hosts", "Machines.")
    guests = fields.facts("guests", "Virtual machines and containers.")
    numbers = fields.facts("numbers", "Named numbers.")
    gaps = fields.facts("gaps", "What could not be read.")
  }

  public var fields: [(name: String, value: Node?)] {
    [
      ("cluster", .fact(cluster)),
      ("nodes", .fact(nodes)),
      ("workloads", .fact(workloads)),
      ("exposures", .fact(exposures)),
      ("deliveries", .fact(deliveries)),
      ("databases", .fact(databases)),
      ("storage", .fact(storage)),
      ("hosts", .fact(hosts)),
      ("guests", .fact(guests)),
      ("numbers", .fact(numbers)),
      ("gaps", .fact(gaps)),
    ]
  }
}
